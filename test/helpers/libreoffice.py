"""LibreOffice as a person uses it. Reads lines from standard input, each a JSON list of jobs: {"open", "do": [[name, argument...]], "save",
"filter"}; prints for each a line with a JSON list of what each job answered. One LibreOffice serves all; its profile is the first argument."""

import contextlib
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def paragraphs(document):
    """The paragraphs of the text, in order, and of its tables."""
    def inside(text):
        for block in text.createEnumeration():
            if block.supportsService("com.sun.star.text.TextTable"):
                for name in block.getCellNames():
                    yield from inside(block.getCellByName(name))
            else:
                yield block
    yield from inside(document.Text)


def dispatch(document, context, command, **values):
    helper = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    helper.executeDispatch(document.CurrentController.Frame, command, "", 0, properties(**values))


def update_indexes(document, context):
    for at in range(document.DocumentIndexes.Count):
        document.DocumentIndexes.getByIndex(at).update()


def index_lines(document, context):
    return [
        document.DocumentIndexes.getByIndex(at).Anchor.String.splitlines()
        for at in range(document.DocumentIndexes.Count)
    ]


def accept_all(document, context):
    dispatch(document, context, ".uno:AcceptAllTrackedChanges")


def reject_all(document, context):
    dispatch(document, context, ".uno:RejectAllTrackedChanges")


def track(document, context, on):
    document.RecordChanges = on


def replace(document, context, old, new):
    """Replaces the first place where the words stand, as a person who types over them; says whether there was one."""
    search = document.createSearchDescriptor()
    search.SearchString = old
    search.SearchCaseSensitive = True
    found = document.findFirst(search)
    if found is None:
        return False
    found.String = new
    return True


def edit(document, context, changes):
    """Edits paragraphs by their numbers, in the order of `text-of`, from the last to the first: [number, kind, words, new words];
    says of each change, in the order given, whether the words were there to be changed."""
    all_of_them = list(paragraphs(document))
    done = [False] * len(changes)
    for at in sorted(range(len(changes)), key=lambda at: -changes[at][0]):
        number, kind, old, new = changes[at]
        paragraph = all_of_them[number]
        text = paragraph.Text
        if kind == "type" or kind == "split":
            for portion in paragraph.createEnumeration():
                start = portion.String.find(old) if portion.TextPortionType == "Text" else -1
                if start < 0:
                    continue
                cursor = text.createTextCursorByRange(portion.Start)
                cursor.goRight(start, False)
                if kind == "split":
                    text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
                    text.insertString(cursor, new, False)
                else:
                    cursor.goRight(len(old), True)
                    cursor.String = new
                done[at] = True
                break
        elif kind == "new":
            cursor = text.createTextCursorByRange(paragraph.End)
            text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
            text.insertString(cursor, new, False)
            done[at] = True
        elif all(one.Text == document.Text for one in all_of_them[number:number + 2]):
            # "remove" or "join". From a cell, or before a table, the cursor would go on into other cells.
            cursor = text.createTextCursorByRange(paragraph.Start if kind == "remove" else paragraph.End)
            if kind == "remove":
                cursor.gotoRange(paragraph.End, True)
            if cursor.goRight(1, True):
                cursor.String = ""
                done[at] = True
    return done


def comment(document, context, at, author, words):
    search = document.createSearchDescriptor()
    search.SearchString = at
    found = document.findFirst(search)
    if found is None:
        return False
    field = document.createInstance("com.sun.star.text.textfield.Annotation")
    field.Author = author
    field.Content = words
    found.Text.insertTextContent(found.End, field, False)
    return True


def text_of(document, context):
    return [one.String for one in paragraphs(document)]


def notes_of(document, context):
    notes = document.Footnotes
    return [[notes.getByIndex(at).Anchor.String, notes.getByIndex(at).String] for at in range(notes.Count)]


DOINGS = {
    doing.__name__.replace("_", "-"): doing
    for doing in (update_indexes, index_lines, accept_all, reject_all, track, replace, edit, comment, text_of, notes_of)
}


def connect(profile):
    pipe = f"briefpack-{Path(profile).name}"
    process = subprocess.Popen(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", "--nologo",
         f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return process, context
        except NoConnectException:
            time.sleep(0.1)
    raise RuntimeError("LibreOffice does not answer")


def main():
    process, context = connect(sys.argv[1])
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    for line in sys.stdin:
        answers = []
        for job in json.loads(line):
            document = desktop.loadComponentFromURL(f"file://{job['open']}", "_blank", 0, properties(Hidden=True))
            answers.append([DOINGS[name](document, context, *arguments) for name, *arguments in job.get("do", [])])
            if "save" in job:
                document.storeToURL(f"file://{job['save']}", properties(FilterName=job.get("filter", "Office Open XML Text")))
            document.close(True)
        print(json.dumps(answers), flush=True)
    desktop.terminate()
    process.wait(timeout=30)
    # It writes its profile at its very end, maybe after the folder of all tests was removed.
    profile = Path(sys.argv[1])
    shutil.rmtree(profile, ignore_errors=True)
    with contextlib.suppress(OSError):
        profile.parent.rmdir()


main()
