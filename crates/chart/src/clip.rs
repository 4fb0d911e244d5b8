//! Lines cut off at the edges of the plot. It must not bend a line: where one leaves the plot it goes on along the edge
//! from the point where it crosses it.

/// A place on a drawing.
pub(crate) type Place = (f64, f64);

/// `line` with everything above `top` and below `bottom` laid on that edge.
pub(crate) fn clipped(line: &[Place], top: f64, bottom: f64) -> Vec<Place> {
    let mut out = Vec::with_capacity(line.len() + 2);
    let mut previous: Option<Place> = None;
    for &(x, y) in line {
        if let Some((before_x, before_y)) = previous {
            // In the order they are met: going down, the top edge comes first.
            let edges = if before_y < y { [top, bottom] } else { [bottom, top] };
            for edge in edges {
                if (before_y < edge) != (y < edge) && before_y != y {
                    let share = (edge - before_y) / (y - before_y);
                    if share > 0.0 && share < 1.0 {
                        out.push((before_x + share * (x - before_x), edge));
                    }
                }
            }
        }
        out.push((x, y.clamp(top, bottom)));
        previous = Some((x, y));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::clipped;

    #[test]
    fn a_line_leaves_where_it_crosses_the_edge() {
        assert_eq!(
            clipped(&[(0.0, 5.0), (10.0, -5.0)], 0.0, 10.0),
            [(0.0, 5.0), (5.0, 0.0), (10.0, 0.0)]
        );
        let across = [(0.0, -10.0), (0.0, 0.0), (20.0, 10.0), (30.0, 10.0)];
        assert_eq!(
            clipped(&[(0.0, -10.0), (30.0, 20.0)], 0.0, 10.0)[1..3],
            [(10.0, 0.0), (20.0, 10.0)]
        );
        assert_eq!(
            clipped(&across, 0.0, 10.0),
            [(0.0, 0.0), (0.0, 0.0), (20.0, 10.0), (30.0, 10.0)]
        );
        assert_eq!(
            clipped(&[(0.0, -9.0), (5.0, -9.0)], 0.0, 10.0),
            [(0.0, 0.0), (5.0, 0.0)]
        );
    }
}
