using EcoPark.Analysis.Forecasts;
using EcoPark.Platform.Time;

namespace EcoPark.Forecasting;

/// <summary>What came of issuing.</summary>
public enum IssueResult
{
    Issued,

    /// <summary>The last hour was not measured, or does not count.</summary>
    NotMeasured,

    /// <summary>It was trained for another limit, or cannot be read: it is to be trained anew.</summary>
    Outdated,
}

/// <summary>Makes a forecast of what is known now, keeps it and warns by it.</summary>
public sealed class ForecastIssuer(ForecastBook book, ForecastWarnings warnings, TimeProvider clock)
{
    /// <summary>Hours that the features look back on.</summary>
    private const int RecentHours = 8 * 24;

    /// <param name="lastHour">UTC, start of the last hour that is over.</param>
    public async Task<IssueResult> Issue(IForecastSubject subject, DateTime lastHour, CancellationToken cancellationToken)
    {
        var now = lastHour.AddHours(1);
        if (await subject.Hours(now.AddHours(-RecentHours), now, cancellationToken).ConfigureAwait(false) is not var (table, _) || !double.IsFinite(table[subject.Key.Factor][^1]))
            return IssueResult.NotMeasured;
        if (await book.Trained(subject.Key, cancellationToken).ConfigureAwait(false) is not { Content.Length: > 0 } trained)
            return IssueResult.NotMeasured;
        var limit = subject.LimitAt(now);
        if (Load(trained.Content) is not { } forecast || forecast.Options.Limit != limit?.Value)
            return IssueResult.Outdated;

        var known = Known(table, forecast.Columns);
        var issued = new IssuedForecast(forecast.Predict(known), forecast.PredictDays(known), Warning(forecast, known), forecast.Options.Limit);
        await book.Issue(new ForecastIssue { PointId = subject.Key.PointId, Factor = subject.Key.Factor, LastHour = lastHour, IssuedAt = clock.UtcNow(), Content = issued.Write() }, cancellationToken).ConfigureAwait(false);
        await warnings.Tell(subject, lastHour, issued, limit, BackTestSummary.Read(trained.BackTest), cancellationToken).ConfigureAwait(false);
        return IssueResult.Issued;
    }

    /// <summary>The columns of the training: one that has gone since is a gap, one that has come is left aside.</summary>
    private static HourlyTable Known(HourlyTable table, IReadOnlyList<string> columns) =>
        new(table.FirstHour, columns.Select(name => KeyValuePair.Create(name, table.Has(name) ? table[name].ToArray() : Gap(table.Length))));

    /// <summary>Null also where no exceedance fell into the part on which warnings are rehearsed: a threshold that is never reached would only look like an all-clear.</summary>
    private static ExceedanceWarning? Warning(TrainedForecast forecast, HourlyTable known) => forecast.Warn(known) is { } warning && double.IsFinite(warning.Threshold) ? warning : null;

    private static double[] Gap(int length)
    {
        var gap = new double[length];
        Array.Fill(gap, double.NaN);
        return gap;
    }

    /// <summary>Null where the content is of another version.</summary>
    private static TrainedForecast? Load(byte[] content)
    {
        try
        {
            using var stream = new MemoryStream(content, writable: false);
            return TrainedForecast.Load(stream);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
