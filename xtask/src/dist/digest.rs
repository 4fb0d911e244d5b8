//! What files are named after, and the version of the page: the beginning of a digest of their content.
//! Must not change its length: `public/sw.js` and the host's rules know such names by it.

use sha2::{Digest as _, Sha256};

/// Sixteen digits of what `digest` has taken in.
pub fn short(digest: Sha256) -> String {
    let digest = digest.finalize();
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_sixteen_digits() {
        // Of nothing, as the standard has it.
        assert_eq!(short(Sha256::new()), "e3b0c44298fc1c14");
    }
}
