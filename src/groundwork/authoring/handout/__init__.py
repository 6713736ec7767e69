"""Makes one file of the program itself: a package for Debian, or an archive that runs anywhere.

`handout` puts a course into it: packs, a policy, a name. Nothing is compiled and nothing fetched;
the formats are written here, with what Python brings.
"""
