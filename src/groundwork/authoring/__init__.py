"""What authors do with packs: make them, check them, build them, import them."""
