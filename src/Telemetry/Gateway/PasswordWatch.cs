using EcoPark.Alarms;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Watch;

namespace EcoPark.Telemetry.Gateway;

/// <summary>口令错误: tells of what <see cref="PasswordGuard"/> has counted. An alarm ends when nobody has tried for an hour.</summary>
internal sealed class PasswordWatch(JobKit kit, PasswordGuard guard, WatchServices watching) : Job(kit, "passwords", "口令错误报警", JobSchedule.Every(TimeSpan.FromSeconds(2)))
{
    private static readonly TimeSpan Over = TimeSpan.FromHours(1);

    /// <summary>What lasts, and when the last wrong password came.</summary>
    private readonly Dictionary<AlarmCause, DateTime> _lasting = [];

    /// <summary>Alerts whose alarm is not durable yet.</summary>
    private IReadOnlyList<PasswordAlert> _due = [];

    /// <summary>Alarms of the time before this start end as well.</summary>
    protected override async Task Begin(CancellationToken cancellationToken)
    {
        foreach (var alarm in await watching.LastingOf([WatchAlarms.WrongPassword]).ConfigureAwait(false))
            _lasting[AlarmCause.Of(alarm)] = Clock.UtcNow();
    }

    protected override async Task Run(CancellationToken cancellationToken)
    {
        _due = [.. _due, .. guard.TakeAlerts()];
        var now = Clock.UtcNow();
        var over = _lasting.Where(one => now - one.Value > Over).Select(one => one.Key).ToList();
        if (_due.Count == 0 && over.Count == 0)
            return;
        var findings = _due.Select(FindingOf).ToList();
        await watching.Alarms.Write([.. findings, .. over.Select(cause => new Ended(cause, now, "一小时内没有再收到错误的访问密码。"))]).ConfigureAwait(false);
        foreach (var finding in findings)
            _lasting[finding.Cause] = finding.LastAt;
        over.ForEach(cause => _lasting.Remove(cause));
        _due = [];
    }

    private Finding FindingOf(PasswordAlert alert)
    {
        var device = watching.Book.Devices.FirstOrDefault(one => one.Device.Mn == alert.Mn);
        var subject = device?.Subject ?? new AlarmSubject { Mn = alert.Mn, Point = "通信网关" };
        var from = alert.Address.Length > 0 ? $"地址 {alert.Address}" : "多个地址";
        var tried = alert.Mn.Length > 0 ? $"数采仪 {alert.Mn}" : "多台数采仪";
        return new Finding(WatchAlarms.WrongPassword, subject, FoundBy: FoundBy.Clock, Part: $"{alert.Mn}/{alert.Address}")
        {
            FirstAt = alert.At,
            WorstAt = alert.At,
            LastAt = alert.At,
            Count = alert.Wrong,
            Basis = "GB/T 22239-2019 8.1.4.1",
            Text = $"{from}以错误的访问密码尝试{tried}，{PasswordGuard.Lock.TotalMinutes:0} 分钟内 {alert.Wrong} 次，已停止核对 {PasswordGuard.Lock.TotalMinutes:0} 分钟。若是本园区的设备，请核对登记的密码；否则请查该地址。",
        };
    }
}
