"""Files: what is asked of a disk, writing a file whole, and the platform's folders."""
