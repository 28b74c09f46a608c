"""The foundation: small modules, each with one subject, that import nothing else of Eventsmith."""
