"""Use cases: each reads and changes records inside one transaction and returns replies; nothing is sent from here."""
