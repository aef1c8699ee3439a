using System.Globalization;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Data;
using EcoPark.Platform.Notifications;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Operation;

/// <summary>Database, disk, clock and the queues of the platform itself.</summary>
internal sealed class PlatformFigures(IDbContextFactory<ParkDb> databases, DatabaseOptions options, DatabaseState state, TimeProvider clock) : INodeFigures
{
    private const double LowShare = 0.1;
    private const long LowBytes = 2L << 30;
    private static readonly TimeSpan WrongBy = TimeSpan.FromSeconds(5);

    public string Group => "数据库";

    public async Task<IReadOnlyList<NodeFigure>> Read(CancellationToken cancellationToken)
    {
        List<NodeFigure> figures = [Answering(), .. Disk()];
        if (!state.IsAvailable)
            return figures;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        figures.AddRange(await Stores(db, cancellationToken).ConfigureAwait(false));
        var unsealed = await db.Set<AuditEntry>().CountAsync(entry => entry.Number == null, cancellationToken).ConfigureAwait(false);
        var waiting = await db.Set<Delivery>().CountAsync(one => one.State == DeliveryState.Waiting, cancellationToken).ConfigureAwait(false);
        figures.Add(new NodeFigure("队列", "待封链的审计记录", Count(unsealed)));
        figures.Add(new NodeFigure("队列", "待发送的通知", Count(waiting)));
        return figures;
    }

    private NodeFigure Answering() => state.AwaySince is { } since
        ? new NodeFigure(Group, "连通", "中断", $"自 {ParkTime.FromUtc(since):MM-dd HH:mm:ss} 起没有应答：{state.Reason}")
        : new NodeFigure(Group, "连通", options.Provider == DatabaseProvider.Postgres ? "正常（PostgreSQL）" : "正常（SQLite）");

    private async Task<IReadOnlyList<NodeFigure>> Stores(ParkDb db, CancellationToken cancellationToken)
    {
        if (options.Provider != DatabaseProvider.Postgres)
            return [.. Directory.GetFiles(options.DataFolder, "*.db").Order(StringComparer.Ordinal).Select(file => new NodeFigure(Group, Path.GetFileName(file), Size(new FileInfo(file).Length)))];
        var bytes = await db.Database.SqlQuery<long>($"""SELECT pg_database_size(current_database()) AS "Value" """).SingleAsync(cancellationToken).ConfigureAwait(false);
        var now = await db.Database.SqlQuery<DateTime>($"""SELECT now() AS "Value" """).SingleAsync(cancellationToken).ConfigureAwait(false);
        var offset = clock.UtcNow() - DateTime.SpecifyKind(now, DateTimeKind.Utc);
        return
        [
            new NodeFigure(Group, "大小", Size(bytes)),
            new NodeFigure("时钟", "与数据库时钟相差", offset.TotalSeconds.ToString("0.0 秒", CultureInfo.InvariantCulture), offset.Duration() > WrongBy ? "两处时钟不一致，请检查各服务器的时间同步（NTP）。" : ""),
        ];
    }

    private IEnumerable<NodeFigure> Disk()
    {
        var drive = new DriveInfo(Path.GetFullPath(options.DataFolder));
        var isLow = drive.AvailableFreeSpace < LowBytes || drive.AvailableFreeSpace < drive.TotalSize * LowShare;
        yield return new NodeFigure("磁盘", "数据目录剩余空间", $"{Size(drive.AvailableFreeSpace)}（共 {Size(drive.TotalSize)}）", isLow ? "剩余空间不足，报文将无法落盘和应答，请清理或扩容。" : "");
    }

    private static string Size(long bytes) => bytes switch
    {
        >= 1L << 30 => (bytes / (double)(1L << 30)).ToString("0.0 GB", CultureInfo.InvariantCulture),
        _ => (bytes / (double)(1L << 20)).ToString("0.0 MB", CultureInfo.InvariantCulture),
    };

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture) + " 条";
}
