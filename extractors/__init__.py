"""Reading INCa's documents into tables: everything but the scheduling, which is `flows`."""
