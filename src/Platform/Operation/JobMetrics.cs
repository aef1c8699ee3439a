using System.Diagnostics.Metrics;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Time;

namespace EcoPark.Platform.Operation;

/// <summary>The jobs and the database for OpenTelemetry (meter <c>EcoPark.Jobs</c>).</summary>
public sealed class JobMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string Meter = "EcoPark.Jobs";

    public JobMetrics(IMeterFactory meters, JobBoard board, DatabaseState database, TimeProvider clock)
    {
        var meter = meters.Create(Meter);
        meter.CreateObservableGauge("ecopark.job.seconds_since_success", () => Each(board, job => (clock.UtcNow() - (job.SucceededAt ?? job.BegunAt ?? clock.UtcNow())).TotalSeconds), "s");
        meter.CreateObservableGauge("ecopark.job.duration", () => Each(board, job => job.Took?.TotalSeconds ?? 0), "s");
        meter.CreateObservableGauge("ecopark.job.failures_in_row", () => Each(board, job => (double)job.FailuresInRow));
        meter.CreateObservableCounter("ecopark.job.failures", () => Each(board, job => (double)job.Failures));
        meter.CreateObservableCounter("ecopark.job.runs", () => Each(board, job => (double)job.Runs));
        meter.CreateObservableGauge("ecopark.database.available", () => database.IsAvailable ? 1 : 0);
    }

    private static IEnumerable<Measurement<double>> Each(JobBoard board, Func<JobState, double> figure) =>
        board.All.Select(job => new Measurement<double>(figure(job), new KeyValuePair<string, object?>("job", job.Name)));
}
