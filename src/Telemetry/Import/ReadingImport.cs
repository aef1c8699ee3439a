using System.Globalization;
using EcoPark.Platform;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Import;

/// <summary>Takes a table of hourly or daily values into the reading store, as readings of their own origin beside what devices send.</summary>
public sealed class ReadingImport(IDeviceRegistry registry, IReadingStore store, ReadingWriter writer, AuditLog audit, TimeProvider clock)
{
    private const int ChunkSize = 20_000;

    /// <summary>Imports the columns that have a factor. The same file again changes nothing; a corrected one replaces what it corrects, and what was there is kept beside.</summary>
    /// <param name="pointId">Point that the values belong to; channels that it lacks are made.</param>
    /// <param name="interval">Hour or day.</param>
    /// <param name="table">The file.</param>
    /// <param name="time">Finds the time of a row.</param>
    /// <param name="columns">What the columns hold.</param>
    /// <param name="progress">Share done, 0…1.</param>
    /// <param name="cancellationToken">Ends the import between two chunks; what was written stays and can be imported again.</param>
    public async Task<Outcome<ImportReport>> Import(
        int pointId, Interval interval, ImportTable table, TimeReader time, IReadOnlyList<ImportColumn> columns, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(TelemetryPermissions.ImportReadings))
            return new Problem("forbidden", "本账户没有导入监测数据的权限。");
        var used = columns.Where(column => column.FactorCode.Length > 0).ToList();
        if (Check(pointId, interval, table, used) is { } problem)
            return problem;

        var bad = new List<BadCell>();
        var badCount = 0;
        void Refuse(ImportRow row, string column, string text, string reason)
        {
            if (badCount++ < ImportReport.MostListed)
                bad.Add(new BadCell(row.Number, column, text.Length > 100 ? text[..100] : text, reason));
        }

        var (times, now, notes) = (new List<DateTime?>(table.Rows.Count), clock.UtcNow(), new List<string>(table.Notes));
        foreach (var row in table.Rows)
        {
            var at = time.Read(row.Cells, out var reason);
            if (at > now)
                (at, reason) = (null, "时间在将来");
            if (at is null)
                Refuse(row, "时间", string.Join(' ', time.Columns.Where(column => column < row.Cells.Count).Select(column => row.Cells[column])), reason + "；整行未导入");
            times.Add(at);
        }

        var (written, unchanged, missing) = (0, 0, 0);
        foreach (var (column, done) in used.Select((column, done) => (column, done)))
        {
            var channel = await ChannelOf(pointId, column, cancellationToken).ConfigureAwait(false);
            if (!channel.IsOk)
                return channel.Problem;
            var readings = new Dictionary<DateTime, Reading>();
            var implausible = 0;
            foreach (var (row, stamp) in table.Rows.Zip(times).Where(pair => pair.Second is not null))
            {
                var cell = column.Index < row.Cells.Count ? row.Cells[column.Index] : "";
                var start = Period.StartOf(interval, stamp!.Value, Device.UsualMinuteInterval);
                var read = column.Read(cell, DateOnly.FromDateTime(ParkTime.FromUtc(start)));
                if (read.Refused is { } refused)
                {
                    implausible += read.IsImplausible ? 1 : 0;
                    Refuse(row, column.Heading, cell, refused);
                }
                else if (read.Value is not { } value)
                    missing++;
                else if (!readings.TryAdd(start, ReadingOf(channel.Value!, interval, start, value, row.Details.GetValueOrDefault(column.Index))))
                    Refuse(row, column.Heading, cell, "同一时间在文件中出现了两次，取第一次");
            }

            // A column most of whose figures cannot be is of another unit: the few that could be are wrong as well.
            if (implausible > readings.Count)
            {
                notes.Add($"“{column.Heading}”按 {column.Unit} 读取时有 {implausible} 个数值超出合理范围{(readings.Count > 0 ? $"，其余 {readings.Count} 个也未导入" : "")}，多半是单位不对，请指定单位后重新导入");
                readings.Clear();
            }

            var fresh = await Fresh(new SeriesId(channel.Value!.Id, interval, Origin.Imported), readings, cancellationToken).ConfigureAwait(false);
            foreach (var chunk in fresh.Chunk(ChunkSize))
                await writer.WriteAtOnce(chunk, cancellationToken).ConfigureAwait(false);
            (written, unchanged) = (written + fresh.Count, unchanged + readings.Count - fresh.Count);
            progress?.Report((done + 1.0) / used.Count);
        }

        if (written + unchanged + missing == 0)
            return new Problem("nothing", $"没有导入任何数据。{string.Join("；", notes.Skip(table.Notes.Count).Concat(bad.Take(3).Select(cell => $"第 {cell.Row} 行{cell.Column}“{cell.Text}”：{cell.Reason}")))}。", "file");
        var known = times.OfType<DateTime>().ToList();
        notes.Insert(0, $"文件中的时间按{time.Meaning}理解");
        var report = new ImportReport(table.Rows.Count, written, unchanged, missing, badCount, bad, known.Count == 0 ? null : known.Min(), known.Count == 0 ? null : known.Max())
        {
            Columns = [.. used.Select(column => $"{column.Heading} → {column.Name}（{column.FactorCode}，文件单位 {(column.Unit.Length > 0 ? column.Unit : "无")}）")],
            Ignored = [.. columns.Where(column => column.FactorCode.Length == 0 && !table.Aside.Contains(column.Index) && column.Heading.Trim().Length > 0).Select(column => column.Heading)],
            Notes = notes,
        };
        await Record(pointId, report, cancellationToken).ConfigureAwait(false);
        return report;
    }

    private Problem? Check(int pointId, Interval interval, ImportTable table, List<ImportColumn> columns)
    {
        if (!registry.Current.PointById.ContainsKey(pointId))
            return new Problem("not-found", "没有这个监测点位，请刷新。", "pointId");
        if (interval is not (Interval.Hour or Interval.Day))
            return new Problem("bad-interval", "只能导入小时或日数据。", "interval");
        if (table.Rows.Count == 0)
            return new Problem("file-empty", "文件只有表头，没有数据。", "file");
        if (columns.Count == 0)
            return new Problem("no-columns", "没有一列对应监测因子。请为要导入的列选择因子。", "columns");
        if (columns.GroupBy(column => column.FactorCode).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return new Problem("same-factor", $"因子 {twice.Key} 对应了两列：{string.Join("、", twice.Select(column => column.Heading))}，请只留一列。", "columns");
        if (columns.FirstOrDefault(column => !column.Converts) is { } stuck)
            return new Problem("unit", $"“{stuck.Heading}”的单位 {stuck.Unit} 不能换算为该因子的单位 {stuck.TargetUnit}，请改选单位。", "columns");
        return null;
    }

    private async Task<Outcome<Channel>> ChannelOf(int pointId, ImportColumn column, CancellationToken cancellationToken)
    {
        var channels = registry.Current.ChannelsByPoint[pointId].ToList();
        if (channels.Find(channel => channel.FactorCode == column.FactorCode) is { } known)
            return known;
        var channel = new Channel
        {
            PointId = pointId,
            FactorCode = column.FactorCode,
            OriginalCode = column.Heading.Length > 20 ? column.Heading[..20] : column.Heading,
            Name = column.Name,
            Unit = column.TargetUnit,
            Decimals = column.Decimals,
            SortOrder = channels.Count,
        };
        using var turn = Actor.As(Actor.System); // Who may import need not be one who may register devices.
        return await registry.Save(channel, cancellationToken).ConfigureAwait(false);
    }

    private Reading ReadingOf(Channel channel, Interval interval, DateTime start, double value, ImportDetail? detail) => new()
    {
        Series = new SeriesId(channel.Id, interval, Origin.Imported),
        Time = start,
        Value = value,
        Min = detail?.Min,
        Max = detail?.Max,
        Total = detail?.Total,
        Corrected = detail?.Corrected,
        Flag = detail?.Flag ?? 'N',
        // What was not valid when it was exported is not valid because it was moved.
        Marks = detail?.IsInvalid == true ? ReadingMarks.Rejected : ReadingMarks.None,
        Rank = new DateTimeOffset(clock.UtcNow()).ToUnixTimeMilliseconds(),
    };

    /// <summary>Those that differ from what was imported before.</summary>
    private async Task<List<Reading>> Fresh(SeriesId series, Dictionary<DateTime, Reading> readings, CancellationToken cancellationToken)
    {
        if (readings.Count == 0)
            return [];
        var before = await store.Read(series, readings.Keys.Min(), readings.Keys.Max().AddMilliseconds(1), readings.Count + ImportFile.MostRows, cancellationToken).ConfigureAwait(false);
        var values = before.ToDictionary(reading => reading.Time, reading => (reading.Value, reading.Marks, reading.Total, reading.Corrected));
        return [.. readings.Values.Where(reading => !values.TryGetValue(reading.Time, out var value) || value != (reading.Value, reading.Marks, reading.Total, reading.Corrected)).OrderBy(reading => reading.Time)];
    }

    private Task Record(int pointId, ImportReport report, CancellationToken cancellationToken) => audit.Write(
        "导入", "监测数据", registry.Current.PointById[pointId].Name,
        string.Create(CultureInfo.InvariantCulture, $"{report.Rows} 行，写入 {report.Written}，未变 {report.Unchanged}，缺测 {report.Missing}，未导入 {report.Bad}"), cancellationToken);
}
