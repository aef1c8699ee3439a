using System.Collections.Concurrent;
using System.Globalization;
using EcoPark.Hj212;
using EcoPark.Platform;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Devices;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EcoPark.Telemetry.Commands;

/// <summary>Records commands and sees them through their twins; on stopping waits for those under way.</summary>
internal sealed partial class CommandCenter(
    IGrainFactory grains, IDeviceRegistry registry, CommandJournal journal, AuditLog audit, IDbContextFactory<ParkDb> databases, TimeProvider clock, ILogger<CommandCenter> logger)
    : ICommandCenter, IHostedService
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<long, Task> _running = new();
    private long _lastQn;

    /// <summary>Commands are the park's, whatever the role of an enterprise's account says.</summary>
    private static bool IsPermitted => Actor.Current.EnterpriseId is null && Actor.Current.May(TelemetryPermissions.ViewMonitoring);

    public async Task<Outcome<CommandRecord>> Send(string mn, Request request, string requestedBy, CancellationToken cancellationToken)
    {
        var started = await Start(mn, request, requestedBy, cancellationToken).ConfigureAwait(false);
        return started.IsOk ? started.Value.Record : started.Problem;
    }

    public async Task<Outcome<CommandRecord>> SendAndWait(string mn, Request request, string requestedBy, CancellationToken cancellationToken)
    {
        var started = await Start(mn, request, requestedBy, cancellationToken).ConfigureAwait(false);
        if (!started.IsOk)
            return started.Problem;
        await started.Value.Run.WaitAsync(cancellationToken).ConfigureAwait(false);
        return (await Find(started.Value.Record.Id, cancellationToken).ConfigureAwait(false))!;
    }

    public async Task<CommandRecord?> Find(long id, CancellationToken cancellationToken) =>
        IsPermitted ? await journal.Find(id, cancellationToken).ConfigureAwait(false) : null;

    public async Task<Page<CommandRecord>> Search(string? mn, int skip, int take, CancellationToken cancellationToken)
    {
        if (!IsPermitted)
            return new([], 0);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var found = db.Set<CommandRecord>().AsNoTracking().Where(record => mn == null || record.Mn == mn);
        var total = await found.LongCountAsync(cancellationToken).ConfigureAwait(false);
        return new(await found.OrderByDescending(record => record.Id).Skip(skip).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false), total);
    }

    /// <summary>Commands that were under way when a node stopped have no one to end them.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        using var turn = Actor.As(Actor.System);
        var longAgo = clock.UtcNow().AddHours(-1);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await db.Set<CommandRecord>()
            .Where(record => record.CompletedAt == null && record.RequestedAt < longAgo)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(record => record.State, CommandState.TimedOut)
                    .SetProperty(record => record.CompletedAt, clock.UtcNow())
                    .SetProperty(record => record.Detail, "平台在执行过程中重启，结果未知，请查看报文后决定是否重新下发。"),
                cancellationToken).ConfigureAwait(false);
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAny(Task.WhenAll(_running.Values), Task.Delay(StopPatience, clock, cancellationToken));

    private async Task<Outcome<(CommandRecord Record, Task Run)>> Start(string mn, Request request, string requestedBy, CancellationToken cancellationToken)
    {
        if (Rights.Missing(TelemetryPermissions.CommandDevices, "向数采仪下发命令") is { } forbidden)
            return forbidden;
        if (Actor.Current.EnterpriseId is not null)
            return new Problem("forbidden", "向数采仪下发命令由园区办理，企业账户不能下发。");
        if (!registry.Current.DeviceByMn.ContainsKey(mn))
            return new Problem("unknown-device", $"没有登记 MN 为 {mn} 的数采仪。", "mn");

        if (request.Command == CommandCode.KeyExchange && registry.Current.DeviceByMn[mn] is not { Version: ProtocolVersion.V2025, EncryptionKey.Length: > 0 })
            return new Problem("no-key", "新密钥须用现用密钥加密下发：请先在登记中选 HJ 212-2025 并填写现用的 SM4 密钥。", "command");

        // What the platform asks by itself (gaps, schedules) is in the command's own record.
        if (Actor.Current.AccountId is not null)
            await audit.Write("下发命令", "数采仪", mn, request.Command is CommandCode.SetPassword or CommandCode.KeyExchange ? $"{(int)request.Command}" : $"{(int)request.Command} {request.DataArea}", cancellationToken).ConfigureAwait(false);
        var record = await journal.Add(
            new CommandRecord
            {
                Mn = mn,
                Qn = NextQn(),
                Command = request.Command,
                DataArea = TelegramSecrets.Masked(request.DataArea), // What is sent goes to the twin beside the record.
                RequestedBy = requestedBy,
                RequestedAt = clock.UtcNow(),
                State = CommandState.Sent,
            },
            cancellationToken).ConfigureAwait(false);
        var run = Run(record, request);
        _running[record.Id] = run;
        _ = run.ContinueWith(_ => _running.TryRemove(record.Id, out Task? _), TaskScheduler.Default);
        return (record, run);
    }

    private async Task Run(CommandRecord record, Request request)
    {
        try
        {
            await grains.GetGrain<IDeviceGrain>(record.Mn).Execute(record.Id, request.Command, request.DataArea).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OrleansException or TimeoutException || DatabaseTrouble.IsOne(exception))
        {
            LogFailed(logger, record.Mn, record.Qn, exception);
            await journal.Ended(record.Id, CommandState.TimedOut, "执行中断：设备所在节点不可用，请稍后重新下发。").ConfigureAwait(false);
        }
    }

    /// <summary>QN: the park's wall clock to the millisecond, never twice the same.</summary>
    private string NextQn()
    {
        var now = clock.ParkNow().Ticks / TimeSpan.TicksPerMillisecond;
        long last, next;
        do
        {
            last = Interlocked.Read(ref _lastQn);
            next = Math.Max(now, last + 1);
        }
        while (Interlocked.CompareExchange(ref _lastQn, next, last) != last);
        return new DateTime(next * TimeSpan.TicksPerMillisecond).ToString(OutgoingFrames.QnFormat, CultureInfo.InvariantCulture);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Mn}: command {Qn} broke off.")]
    private static partial void LogFailed(ILogger logger, string mn, string qn, Exception exception);
}
