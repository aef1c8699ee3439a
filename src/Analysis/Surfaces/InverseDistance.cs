namespace EcoPark.Analysis.Surfaces;

/// <summary>A value at a place; metres on a plane.</summary>
public readonly record struct PlacedValue(double X, double Y, double Value);

/// <summary>How well a surface tells the places that it was made of, each left out in turn.</summary>
/// <param name="Count">Places.</param>
/// <param name="Mean">Of their values.</param>
/// <param name="RootMeanSquare">Error, unit of the values.</param>
/// <param name="Bias">Mean of estimate minus value.</param>
public sealed record CrossValidation(int Count, double Mean, double RootMeanSquare, double Bias);

/// <summary>Inverse distance weighting (D. Shepard, 1968): each place counts by its distance to the power −2, or another.</summary>
public sealed class InverseDistance
{
    /// <summary>Places that a surface needs to say anything: fewer leave nothing to check it by.</summary>
    public const int Fewest = 4;

    private readonly PlacedValue[] _places;
    private readonly double _halfPower;

    private InverseDistance(PlacedValue[] places, double power) => (_places, _halfPower) = (places, power / 2);

    /// <returns><see langword="null"/> where there are fewer than <see cref="Fewest"/> places.</returns>
    public static InverseDistance? Of(IEnumerable<PlacedValue> places, double power = 2)
    {
        PlacedValue[] kept = [.. places.Where(place => double.IsFinite(place.Value))];
        return kept.Length < Fewest ? null : new InverseDistance(kept, power);
    }

    /// <summary>The value at a place; at a given place the value given there.</summary>
    public double At(double x, double y) => At(x, y, without: -1);

    /// <summary>Leave-one-out.</summary>
    public CrossValidation Validate()
    {
        double squares = 0, bias = 0, sum = 0;
        for (var at = 0; at < _places.Length; at++)
        {
            var error = At(_places[at].X, _places[at].Y, at) - _places[at].Value;
            (squares, bias, sum) = (squares + (error * error), bias + error, sum + _places[at].Value);
        }

        return new CrossValidation(_places.Length, sum / _places.Length, Math.Sqrt(squares / _places.Length), bias / _places.Length);
    }

    private double At(double x, double y, int without)
    {
        double weights = 0, sum = 0;
        for (var at = 0; at < _places.Length; at++)
        {
            if (at == without)
                continue;
            var (east, north) = (_places[at].X - x, _places[at].Y - y);
            var square = (east * east) + (north * north);
            if (square < 1e-9)
                return _places[at].Value;
            var weight = 1 / Math.Pow(square, _halfPower);
            (weights, sum) = (weights + weight, sum + (weight * _places[at].Value));
        }

        return sum / weights;
    }
}
