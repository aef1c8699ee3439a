using EcoPark.Alarms;
using EcoPark.Modules.Manual.Sources;
using EcoPark.Platform.Changes;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Time;

namespace EcoPark.Modules.Manual.Watch;

/// <summary>Looks at fugitive sources when something of them has changed, and every hour, because time passes.</summary>
internal sealed class FugitiveWatch(JobKit kit, SourceReader reader, ChangeFeed feed, StandingFindings standing) : Job(kit, "fugitive-watch", "无组织源预警", JobSchedule.Every(TimeSpan.FromSeconds(10)))
{
    private static readonly string[] RestsOn = [FugitiveSourceType.Name, FugitiveInspectionType.Name];
    private (ChangeVersion Version, DateTime Hour) _seen;

    protected override TimeSpan? Lease => TimeSpan.FromMinutes(2);

    protected override async Task Run(CancellationToken cancellationToken)
    {
        var now = Clock.UtcNow();
        var seen = (await feed.Version(RestsOn, cancellationToken).ConfigureAwait(false), new DateTime(now.Year, now.Month, now.Day, now.Hour, 0, 0, DateTimeKind.Utc));
        if (seen == _seen)
            return;
        await standing.Write(FugitiveFindings.Kinds, [.. FugitiveFindings.Of(await reader.Read(null, cancellationToken).ConfigureAwait(false))], "已检查或已整改。", now, cancellationToken).ConfigureAwait(false);
        _seen = seen;
    }
}
