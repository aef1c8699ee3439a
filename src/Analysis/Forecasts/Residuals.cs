namespace EcoPark.Analysis.Forecasts;

/// <summary>
/// Errors of forecasts whose outcome is known, by level of the forecast: an interval is made of the errors of the forecasts nearest in level
/// (split conformal prediction, Vovk et al. 2005, localised).
/// </summary>
internal sealed class Residuals
{
    /// <summary>Windows of neighbours are kept at every tenth of their width.</summary>
    private const int WindowsInWidth = 10;

    private readonly double[] _forecasts;
    private readonly double[][] _windows;
    private readonly double _coverage;
    private readonly int _near;
    private readonly int _stride;

    /// <param name="forecasts">Forecasts of hours that were not trained on.</param>
    /// <param name="outcomes">What came.</param>
    /// <param name="coverage">Share of outcomes the interval shall hold.</param>
    public Residuals(IReadOnlyList<double> forecasts, IReadOnlyList<double> outcomes, double coverage)
    {
        _coverage = coverage;
        // Ties in an order of their own, so that a saved forecast is the same when it is read.
        var pairs = forecasts.Zip(outcomes).OrderBy(pair => pair.First).ThenBy(pair => pair.Second).ToList();
        _forecasts = [.. pairs.Select(pair => pair.First)];
        Outcomes = [.. pairs.Select(pair => pair.Second)];
        double[] errors = [.. Outcomes.Zip(_forecasts, (outcome, forecast) => outcome - forecast)];
        _near = Math.Min(Math.Clamp(_forecasts.Length / 10, 50, 600), _forecasts.Length);
        _stride = Math.Max(_near / WindowsInWidth, 1);
        _windows = new double[((_forecasts.Length - _near) / _stride) + 1][];
        for (var window = 0; window < _windows.Length; window++)
        {
            _windows[window] = errors[(window * _stride)..((window * _stride) + _near)];
            Array.Sort(_windows[window]);
        }
    }

    /// <summary>Forecasts, rising.</summary>
    public double[] Forecasts => _forecasts;

    /// <summary>What came, in the order of <see cref="Forecasts"/>.</summary>
    public double[] Outcomes { get; }

    /// <summary>Interval and, where there is a limit, the probability of being over it.</summary>
    public Estimate Estimate(double forecast, ForecastOptions options)
    {
        var (lower, upper) = Interval(forecast, options.Floor);
        return new Estimate(forecast, Math.Min(lower, forecast), Math.Max(upper, forecast), options.Limit is { } limit ? ProbabilityOver(forecast, limit) : null);
    }

    /// <summary>Interval that holds the share of outcomes asked for.</summary>
    public (double Lower, double Upper) Interval(double forecast, double floor)
    {
        var near = Near(forecast);
        var tail = (1 - _coverage) / 2 * (1 - (1.0 / near.Length));
        return (Math.Max(forecast + Percentiles.OfSorted(near, tail), floor), Math.Max(forecast + Percentiles.OfSorted(near, 1 - tail), floor));
    }

    /// <summary>Share of near errors that would carry the value over a limit.</summary>
    public double ProbabilityOver(double forecast, double limit)
    {
        var near = Near(forecast);
        var (low, high) = (0, near.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (forecast + near[middle] > limit)
                high = middle;
            else
                low = middle + 1;
        }

        return (double)(near.Length - low) / near.Length;
    }

    private double[] Near(double forecast)
    {
        var at = Array.BinarySearch(_forecasts, forecast);
        var from = (at < 0 ? ~at : at) - (_near / 2) + (_stride / 2);
        return _windows[Math.Clamp(from / _stride, 0, _windows.Length - 1)];
    }
}
