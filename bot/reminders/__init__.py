"""When something is due, claiming it, and queueing its message once."""
