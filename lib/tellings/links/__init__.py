"""From a list of links to a corpus folder, the one command that uses a network: `listing` reads the
links, `robots` and `downloader` fetch politely, `folder` keeps each page as received and a row of
manifest.csv for it, `collection` goes through the list and resumes where it stopped."""

from tellings.links.collection import Failed, Saved, collect
from tellings.links.listing import Link, links

__all__ = ["Failed", "Link", "Saved", "collect", "links"]
