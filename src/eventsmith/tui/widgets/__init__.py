"""The widgets: one each, none knowing the app."""
