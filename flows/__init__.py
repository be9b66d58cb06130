"""What runs, when, with which retries: the only place that imports Prefect."""
