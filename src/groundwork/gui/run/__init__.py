"""Running programs from the window: the Qt side of `groundwork.running`."""
