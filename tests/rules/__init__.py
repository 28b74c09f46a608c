"""Every rule, by its page and by tricky cases; and the judge that remembers what they found."""
