using System.Text;

namespace EcoPark.Hj212;

/// <summary>
/// Joins split telegrams (PNUM/PNO). By annex C.49–C.50 each part carries DataTime and whole items and so stands on its own: it
/// need not wait for the others. Only a part without DataTime waits, for the part that has it. Bounded: the oldest wait is given up.
/// </summary>
/// <remarks>Parts belong together by CN, ST, PNUM and the QN that part 1 would have: the same QN, or one counted up with PNO.</remarks>
public sealed class Reassembly(int maxGroups = 16, int maxParts = 1024)
{
    /// <summary>How long a part waits.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly List<Group> _groups = [];
    private int _parts;

    /// <summary>Parts that wait.</summary>
    public int Waiting => _parts;

    /// <summary>Groups given up because they never became whole.</summary>
    public long GivenUp { get; private set; }

    /// <summary>Takes a telegram; gives those that can be read now: itself, and parts that waited for it.</summary>
    /// <param name="telegram">Any telegram.</param>
    /// <param name="now">Time of arrival; parts wait no longer than <see cref="Patience"/>.</param>
    public IReadOnlyList<Telegram> Add(Telegram telegram, DateTime now)
    {
        if (!telegram.IsSplit)
            return [telegram];

        Expire(now);
        var group = GroupOf(telegram, now);
        if (telegram.DataTime is null && group.DataTime is null)
        {
            Wait(group, telegram);
            return [];
        }

        if (telegram.DataTime is null)
            return Complete(group, telegram) is { } completed ? [completed] : [];

        group.DataTime ??= DataTimeText(telegram);
        var ready = group.Parts.Select(part => Complete(group, part)).OfType<Telegram>().Prepend(telegram).ToList();
        _parts -= group.Parts.Count;
        group.Parts.Clear();
        return ready;
    }

    /// <summary>Whether parts of the same telegram have been here.</summary>
    public bool Knows(Telegram part) => _groups.Exists(group => group.Holds(part));

    /// <summary>Forgets all that waits.</summary>
    public void Clear()
    {
        _groups.Clear();
        _parts = 0;
    }

    private void Wait(Group group, Telegram part)
    {
        group.Parts.Add(part);
        _parts++;
        while (_parts > maxParts)
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
        _parts -= group.Parts.Count;
        _groups.Remove(group);
    }

    /// <summary>The part as it would be with the DataTime of its group.</summary>
    private static Telegram? Complete(Group group, Telegram part)
    {
        var segment = Encoding.Latin1.GetString(part.Segment.Span).Replace("CP=&&", $"CP=&&DataTime={group.DataTime};", StringComparison.Ordinal);
        var frame = TelegramWriter.Frame(Encoding.Latin1.GetBytes(segment));
        return Telegram.TryParse(new(frame), null, out var completed, out _) ? completed : null;
    }

    /// <summary>QN of part 1; <see langword="null"/> also where it would lie before all time: unset clocks write the year 0001.</summary>
    private static DateTime? FirstQn(Telegram part) =>
        part.Qn is { } qn && qn.Ticks >= (part.PacketNumber - 1) * TimeSpan.TicksPerMillisecond ? qn.AddMilliseconds(1 - part.PacketNumber) : null;

    private static string? DataTimeText(Telegram telegram) => telegram.Find("DataTime"u8);

    private sealed class Group(CommandCode command, string systemCode, int count, DateTime? qn, DateTime? firstQn, DateTime begun)
    {
        public DateTime Begun => begun;

        public string? DataTime { get; set; }

        public List<Telegram> Parts { get; } = [];

        public bool Holds(Telegram part) =>
            part.Command == command && part.SystemCode == systemCode && part.PacketCount == count && (part.Qn == qn || (FirstQn(part) is { } first && first == firstQn));
    }
}
