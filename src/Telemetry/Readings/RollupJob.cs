using EcoPark.Platform.Jobs;
using EcoPark.Platform.Time;

namespace EcoPark.Telemetry.Readings;

/// <summary>Works off the periods that are to be rolled up, on every node.</summary>
internal sealed class RollupJob(JobKit kit, IReadingStore store, IRollupRule rule) : Job(kit, "rollup", "小时、日、月数据汇总", JobSchedule.Every(TimeSpan.FromSeconds(5)))
{
    /// <summary>Periods of one transaction: few, so that writers wait little and what they are made of takes little memory.</summary>
    public const int ChunkSize = 100;

    /// <summary>Works off all that is ready.</summary>
    public static async Task<int> WorkOff(IReadingStore store, IRollupRule rule, DateTime now, CancellationToken cancellationToken)
    {
        var total = 0;
        int done;
        do
        {
            done = await store.RollUp(now, ChunkSize, rule, cancellationToken).ConfigureAwait(false);
            total += done;
        }
        while (done > 0);
        return total;
    }

    /// <summary>A transaction that fails is undone; what was due still is.</summary>
    protected override Task Run(CancellationToken cancellationToken) => WorkOff(store, rule, Clock.UtcNow(), cancellationToken);
}
