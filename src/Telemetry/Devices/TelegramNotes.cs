using EcoPark.Hj212;
using EcoPark.Platform.Data;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Telemetry.Devices;

/// <summary>Says in the records of accepted telegrams which values were not read and why.</summary>
internal sealed class TelegramNotes
{
    private const string Waiting = "拆分包未到齐：可能被截断的首项、末项尚未读入，待其余各包到齐后一并读取。";
    private const int MostCodes = 5;
    private const int Longest = 300;

    private readonly Dictionary<Telegram, long> _parts = [];
    private readonly Dictionary<long, string> _due = [];

    /// <summary>What a telegram did not give.</summary>
    /// <param name="logId">Its record.</param>
    /// <param name="unread">Codes.</param>
    /// <param name="reasonOf">Why a code has no channel.</param>
    public void Unread(long logId, IReadOnlyCollection<Unread> unread, Func<string, string> reasonOf)
    {
        if (unread.Count == 0)
            return;
        var words = unread.Distinct().GroupBy(one => one.IsTwice ? "同一因子在一条报文中出现多次而数值不同，只取其一" : reasonOf(one.Code), one => one.Code)
            .Select(group => $"{string.Join("、", group.Take(MostCodes))}{(group.Count() > MostCodes ? $" 等 {group.Count()} 个" : "")}（{group.Key}）");
        _due[logId] = StorableText.Of("有数值未读入：" + string.Join("；", words), Longest) + "。";
    }

    /// <summary>A data telegram without a single value.</summary>
    public void Empty(long logId) => _due[logId] = "报文中没有可读的因子数据（分隔符应为半角 ; , =，字段应为“因子编码-Rtd、-Avg”等）。";

    /// <summary>A part came; others may have been settled by it.</summary>
    public void Part(Telegram part, long logId, Reassembly reassembly)
    {
        foreach (var settled in reassembly.Settled)
        {
            if (_parts.Remove(settled, out var earlier))
                _due[earlier] = _due.GetValueOrDefault(earlier) is { } due && due != Waiting ? due : "";
        }

        if (!reassembly.Awaits(part))
            return;
        if (_parts.Count > 2 * reassembly.Waiting)
        {
            foreach (var gone in _parts.Keys.Where(one => !reassembly.Awaits(one)).ToList())
                _parts.Remove(gone); // Given up: what its record says stays true.
        }

        _parts[part] = logId;
        _due[logId] = Waiting;
    }

    /// <summary>A part that was noted before this twin awoke.</summary>
    public void Recall(Telegram part, long logId, Reassembly reassembly)
    {
        if (reassembly.Awaits(part))
            _parts[part] = logId;
    }

    /// <summary>Writes what is due, after the readings: the last word of each record.</summary>
    public async Task Write(ITelegramLog log)
    {
        if (_due.Count == 0)
            return;
        var words = _due.GroupBy(one => one.Value, one => one.Key).ToList();
        _due.Clear(); // Others note more meanwhile.
        foreach (var same in words)
            await log.SetVerdict([.. same], TelegramVerdict.Accepted, same.Key, CancellationToken.None);
    }

    public void Clear()
    {
        _parts.Clear();
        _due.Clear();
    }
}
