"""Edits of a list of tables in a draft: blocks are kept, moved, removed and added until it holds the new items."""

from __future__ import annotations

from collections.abc import Sequence

from eventsmith.ground.subsequence import longest_increasing
from eventsmith.store.canonical_text import Comments, item_lines
from eventsmith.store.draft import Block, MovedSections
from eventsmith.store.match import origins
from eventsmith.store.outline import Table
from eventsmith.store.tables import Editor, Item, without_blank


def edit_list(editor: Editor, table: Table, name: str, old: Sequence[Item], new: Sequence[Item]) -> None:
    """Change the list at a key of the table from the old items to the new ones.

    Blocks that need not move stay, as do the gaps between them; the others go behind the item before them.
    """
    blocks, draft = table.lists[name], editor.draft
    found = origins(old, new)
    # Edits within an item come first: what they insert must precede what is inserted behind the item.
    for origin, item in zip(found, new, strict=True):
        if origin is not None and item is not old[origin]:
            editor.item(blocks[origin], old[origin], item)
    if found == list(range(len(old))):
        return
    kept = [origin for origin in found if origin is not None]
    staying = {kept[at] for at in longest_increasing(kept)}
    for origin in sorted(set(range(len(old))) - set(found)):
        draft.take_out(blocks[origin].homes())
    first = blocks[min(staying, default=0)].homes()[0]
    behind = -1
    for origin, item in zip(found, new, strict=True):
        if origin in staying:
            # A part that moved within the item may be anywhere in it now, even last.
            behind = max(filter(draft.stays, blocks[origin].homes()))
            continue
        block: Block
        if origin is None:
            block = without_blank(item_lines(item, blocks[0].keys, (), Comments()))
        else:
            block = MovedSections(blocks[origin].homes())
        if behind < 0:
            draft.put_before(first, block)
        else:
            draft.put_behind(behind, block)
