//! Which input moves the outcome how much: variance shares and one-at-a-time swings.
