"""One user verb per file, composed from the rooms below. What a command line or a server calls."""
