"""Tables that give targets: of indicators, sheets of labels, amounts in budgets."""
