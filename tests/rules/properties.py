"""A catalog of one event, with the properties that a test is about."""


def event(*properties: str, settings: str = "", status: str = "planned", name: str = "Play Song") -> str:
    """The text of a catalog; each property is the lines of one."""
    event_id = name[:1].lower() + name[1:].replace(" ", "")
    head = f'{settings}\n[[events]]\nid = "{event_id}"\nname = "{name}"\nstatus = "{status}"\n'
    return head + "".join(f"[[events.properties]]\n{prop}\n" for prop in properties)


def names(*wanted: str, name: str = "Play Song") -> str:
    """The same with nothing but names."""
    return event(*(f'name = "{one}"' for one in wanted), name=name)
