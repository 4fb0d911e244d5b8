//! What it takes when no closed form answers: bracketed roots, least effort over several levers, order statistics.
