//! Probabilities of events: several targets at once, every year, crises, deeds by a date.
