//! What is saved and shared: forms by version, links, files.
