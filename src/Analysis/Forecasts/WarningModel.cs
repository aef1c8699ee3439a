namespace EcoPark.Analysis.Forecasts;

/// <summary>Probability that a limit not exceeded now will be within the next hours, and from which probability on to warn.</summary>
internal sealed record WarningModel(ExceedanceOdds Odds, double Threshold, double PersistenceThreshold)
{
    private const int FewestOfEach = 50;

    /// <returns>null where the history has too few exceedances to learn from.</returns>
    public static WarningModel? Train(Origins origins, int split, double limit, ForecastOptions options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var older = Rows(origins, 0, split, limit, options.WarningHours);
        if (older.Count(row => row.Label) < FewestOfEach || older.Count(row => !row.Label) < FewestOfEach)
            return null;
        var rehearsal = ExceedanceOdds.Train(older, options);
        var strength = Strength(rehearsal, origins, split);
        var threshold = WarningThreshold.Choose(origins.Series, split, limit, options.WarningHours, strength);
        var persistence = WarningThreshold.Choose(origins.Series, split, limit, options.WarningHours, origins.Series);

        cancellation.ThrowIfCancellationRequested();
        var final = ExceedanceOdds.Train(Rows(origins, 0, origins.Length, limit, options.WarningHours), options);
        return new WarningModel(final, threshold, persistence);
    }

    /// <summary>Probability by row; NaN before <paramref name="from"/>.</summary>
    public static double[] Strength(ExceedanceOdds odds, Origins origins, int from)
    {
        var strength = new double[origins.Length];
        Array.Fill(strength, double.NaN, 0, from);
        var at = from;
        foreach (var probability in odds.Predict([.. Enumerable.Range(from, origins.Length - from).Select(origins.Features)]))
            strength[at++] = probability;
        return strength;
    }

    private static List<ClassRow> Rows(Origins origins, int from, int to, double limit, int windowHours)
    {
        var rows = new List<ClassRow>();
        for (var row = from; row < to - windowHours; row++)
        {
            if (origins.Series[row] <= limit && Onsets.IsFollowed(origins.Series, row, limit, windowHours) is { } isFollowed)
                rows.Add(new ClassRow { Label = isFollowed, Features = origins.Features(row) });
        }

        return rows;
    }
}
