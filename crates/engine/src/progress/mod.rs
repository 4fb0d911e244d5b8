//! Progress so far, judged by the four methods that offices use, side by side. Describes; foretells nothing.
