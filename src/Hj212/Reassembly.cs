using System.Globalization;
using System.Text;

namespace EcoPark.Hj212;

/// <summary>
/// Joins split telegrams (PNUM/PNO). By annex C.49–C.50 each part carries DataTime and whole items and so stands on its own; devices also cut anywhere, in
/// the middle of a value too, and write DataTime into the first part alone. Of these what is certain is given at once, and all of it when the last part has
/// come. Bounded: the oldest wait is given up.
/// </summary>
/// <remarks>
/// Parts belong together by CN, ST, PNUM and the QN that part 1 would have: the same QN, or one counted up with PNO. What is given before the whole bears a QN
/// one millisecond earlier than its part and the whole one later than the last part, so that the whole prevails in whatever order they are read.
/// </remarks>
public sealed class Reassembly(int maxGroups = 16, int maxParts = 1024)
{
    /// <summary>How long a part waits.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly List<Group> _groups = [];
    private readonly HashSet<Telegram> _waiting = [];

    /// <summary>Parts that wait.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>Groups given up because they never became whole.</summary>
    public long GivenUp { get; private set; }

    /// <summary>Parts that the last <see cref="Add"/> has settled: nothing of them waits any more.</summary>
    public IReadOnlyList<Telegram> Settled { get; private set; } = [];

    /// <summary>Takes a telegram; gives those that can be read now: itself, what is certain of it, or the whole it completes.</summary>
    /// <param name="telegram">Any telegram.</param>
    /// <param name="now">Time of arrival; parts wait no longer than <see cref="Patience"/>.</param>
    public IReadOnlyList<Telegram> Add(Telegram telegram, DateTime now)
    {
        Settled = [];
        if (!telegram.IsSplit)
            return [telegram];

        Expire(now);
        var group = GroupOf(telegram, now);
        group.Stands |= telegram.PacketNumber > 1 && telegram.DataTime is not null;
        if (group.Stands)
            return Standing(group, telegram);

        var knewTime = group.DataTime is not null;
        Wait(group, telegram);
        if (group.IsWhole)
        {
            Forget(group);
            Settled = [.. group.Parts.Values];
            return group.Whole() is { } whole ? [whole] : [.. group.Parts.Values];
        }

        if (group.DataTime is null)
            return [];
        return [.. (knewTime ? [telegram] : group.Parts.Values.ToArray()).Select(group.CertainOf).OfType<Telegram>()];
    }

    /// <summary>Whether parts of the same telegram have been here.</summary>
    public bool Knows(Telegram part) => _groups.Exists(group => group.Holds(part));

    /// <summary>Whether a part waits for others, because what it ends or begins with may be cut.</summary>
    public bool Awaits(Telegram part) => _waiting.Contains(part);

    /// <summary>Forgets all that waits.</summary>
    public void Clear()
    {
        _groups.Clear();
        _waiting.Clear();
    }

    /// <summary>A part after the first has DataTime: each is read as it is, those without take it from the group.</summary>
    private List<Telegram> Standing(Group group, Telegram telegram)
    {
        var ready = new List<Telegram>(group.Parts.Values) { telegram };
        Settled = ready;
        _waiting.ExceptWith(group.Parts.Values);
        group.Parts.Clear();
        group.DataTime ??= ready.Find(part => part.DataTime is not null)?.Find("DataTime"u8);
        return [.. ready.Select(part => part.DataTime is null ? group.Timed(part) : part).OfType<Telegram>()];
    }

    private void Wait(Group group, Telegram part)
    {
        if (group.Parts.Remove(part.PacketNumber, out var former))
            _waiting.Remove(former);
        group.Parts.Add(part.PacketNumber, part);
        _waiting.Add(part);
        group.DataTime ??= part.Find("DataTime"u8);
        while (_waiting.Count > maxParts)
            GiveUp(_groups[0]);
    }

    private Group GroupOf(Telegram telegram, DateTime now)
    {
        if (_groups.Find(one => one.Holds(telegram)) is { } known)
            return known;

        var group = new Group(telegram.Command, telegram.SystemCode, telegram.PacketCount, telegram.Qn, FirstQn(telegram), now);
        _groups.Add(group);
        if (_groups.Count > maxGroups)
            GiveUp(_groups[0]);
        return group;
    }

    private void Expire(DateTime now)
    {
        while (_groups.Count > 0 && now - _groups[0].Begun > Patience)
            GiveUp(_groups[0]);
    }

    private void GiveUp(Group group)
    {
        if (group.Parts.Count > 0)
            GivenUp++;
        Forget(group);
    }

    private void Forget(Group group)
    {
        if (_groups.Remove(group))
            _waiting.ExceptWith(group.Parts.Values);
    }

    /// <summary>QN of part 1; <see langword="null"/> also where it would lie before all time: unset clocks write the year 0001.</summary>
    private static DateTime? FirstQn(Telegram part) =>
        part.Qn is { } qn && qn.Ticks >= (part.PacketNumber - 1) * TimeSpan.TicksPerMillisecond ? qn.AddMilliseconds(1 - part.PacketNumber) : null;

    private sealed class Group(CommandCode command, string systemCode, int count, DateTime? qn, DateTime? firstQn, DateTime begun)
    {
        public DateTime Begun => begun;

        public string? DataTime { get; set; }

        /// <summary>The sender writes DataTime into every part.</summary>
        public bool Stands { get; set; }

        public SortedDictionary<int, Telegram> Parts { get; } = [];

        public bool IsWhole => Parts.Count == count;

        public bool Holds(Telegram part) =>
            part.Command == command && part.SystemCode == systemCode && part.PacketCount == count && (part.Qn == qn || (FirstQn(part) is { } first && first == firstQn));

        /// <summary>All parts as one telegram; <see langword="null"/> where it would be too long to be one.</summary>
        public Telegram? Whole()
        {
            var area = new StringBuilder();
            foreach (var part in Parts.Values)
                Append(area, AreaOf(part));
            return Made(Parts[1], area.ToString(), later: count);
        }

        /// <summary>The part without what may be cut at its ends, with the DataTime of its group: factors only, as other things may be said of the whole.</summary>
        public Telegram? CertainOf(Telegram part)
        {
            var items = DataAreaSplit.Items(AreaOf(part));
            var (first, last) = (part.PacketNumber == 1 ? 0 : 1, part.PacketNumber == count ? items.Count : items.Count - 1);
            var certain = items.Take(last).Skip(first).Where(item => !item.TrimStart().StartsWith("DataTime=", StringComparison.Ordinal)).ToList();
            if (certain.Count == 0 || Made(part, $"DataTime={DataTime};{string.Join(';', certain)}", later: -1) is not { } telegram)
                return null;
            foreach (ref readonly var field in telegram.Fields)
            {
                if (FactorReadings.IsOfFactor(field.Kind))
                    return telegram;
            }

            return null;
        }

        /// <summary>The part as it would be with the DataTime of its group.</summary>
        public Telegram? Timed(Telegram part) => Made(part, $"DataTime={DataTime};{AreaOf(part)}", later: 0);

        /// <summary>A cut in the middle of a field leaves a piece without '=', or a text that is not closed; otherwise it was between two items.</summary>
        private static void Append(StringBuilder area, string next)
        {
            if (area.Length == 0 || next.Length == 0)
            {
                area.Append(next);
                return;
            }

            var before = area.ToString();
            var lastField = before[(before.AsSpan().LastIndexOfAny(';', ',') + 1)..];
            var firstEnd = next.AsSpan().IndexOfAny(';', ',');
            var firstField = firstEnd < 0 ? next : next[..firstEnd];
            var isTextOpen = (before.Length - before.Replace("//", "", StringComparison.Ordinal).Length) / 2 % 2 == 1;
            if (!isTextOpen && lastField.Contains('=', StringComparison.Ordinal) && firstField.Contains('=', StringComparison.Ordinal))
                area.Append(';');
            area.Append(next);
        }

        private static string AreaOf(Telegram part) => Encoding.Latin1.GetString(part.DataArea);

        private static Telegram? Made(Telegram part, string area, int later)
        {
            var segment = Encoding.Latin1.GetString(part.Segment.Span[..part.DataAreaStart]);
            if (later != 0 && part.Qn is { Year: > 1 and < 9999 } qn)
                segment = segment.Replace(Encoding.Latin1.GetString(part.QnText), qn.AddMilliseconds(later).ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture), StringComparison.Ordinal);
            return TelegramParser.Join(Encoding.Latin1.GetBytes(segment + area + "&&"), part.Deviations, part.WasEncrypted);
        }
    }
}
