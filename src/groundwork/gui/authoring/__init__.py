"""What authors do with packs in the window: check them, make new ones, import documents."""
