using System.Globalization;
using EcoPark.Alarms;
using EcoPark.Hj212;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Watch;
using Microsoft.EntityFrameworkCore;
using AlarmEvent = EcoPark.Alarms.AlarmEvent;

namespace EcoPark.Telemetry.Instruments;

/// <summary>A whole telegram that says something of the instruments.</summary>
internal sealed record InstrumentTelegram(Telegram Telegram, long LogId, DateTime ReceivedAt);

/// <summary>
/// Keeps what instruments say of themselves and flags what is unusual. Alarms are written before the state that they follow from, so that a
/// crash between the two repeats an alarm (which changes nothing) and never loses one. Telegrams come one after another.
/// </summary>
internal sealed class InstrumentTaker(IDbContextFactory<ParkDb> databases, WatchBooks books, IAlarms alarms)
{
    /// <summary>A device that invents codes must not fill the table.</summary>
    private const int MostStates = 500;

    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan KeptEvery = TimeSpan.FromHours(1);

    /// <summary>Facilities tell their state every half minute: that it is still so is written down now and then.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan SetBefore = TimeSpan.FromMinutes(30);

    public static bool Wants(CommandCode command) => command is CommandCode.DeviceInformation or CommandCode.DeviceIdentity or CommandCode.StandardCheckResult or CommandCode.FacilityState;

    /// <summary>Takes telegrams of one device; may be repeated.</summary>
    public async Task Take(Device device, IReadOnlyList<InstrumentTelegram> telegrams)
    {
        if (telegrams.Count == 0)
            return;
        using var turn = Actor.As(Actor.System);
        await using var db = await databases.CreateDbContextAsync().ConfigureAwait(false);
        var states = await db.Set<InstrumentState>().Where(state => state.DeviceId == device.Id).ToDictionaryAsync(state => (state.Factor, state.Code)).ConfigureAwait(false);
        var events = new List<AlarmEvent>();
        var checks = new List<StandardCheckResult>();
        var records = new List<InstrumentRecord>();
        foreach (var one in telegrams.OrderBy(one => one.LogId))
        {
            switch (PayloadReader.Read(one.Telegram))
            {
                case DeviceInformation information:
                    foreach (var item in information.Items)
                        await Take(device, one, Time(information.DataTime, one), information.Factor ?? "", item.Code, item.Value, db, states, records, events).ConfigureAwait(false);
                    break;
                case AnalyserIdentity identity:
                    await Take(device, one, Time(identity.DataTime, one), identity.Factor, InstrumentCodes.SerialNumber, identity.SerialNumber, db, states, records, events).ConfigureAwait(false);
                    break;
                case FacilityStates facilities:
                    foreach (var facility in facilities.Facilities)
                        await Take(device, one, Time(facilities.DataTime, one), "", facility.Code, ((int)facility.State).ToString(CultureInfo.InvariantCulture), db, states, records, events).ConfigureAwait(false);
                    break;
                case StandardChecks standard:
                    checks.AddRange(standard.Checks.Where(check => IsCode(check.Factor, 20)).Select(check => Judged(device, one, Time(standard.DataTime, one), check, states)));
                    break;
            }
        }

        var newest = checks.Count == 0 ? [] : await db.Set<StandardCheckResult>().Where(check => check.DeviceId == device.Id).GroupBy(check => check.Factor)
            .Select(group => new { Factor = group.Key, At = group.Max(check => check.At) }).ToDictionaryAsync(one => one.Factor, one => one.At).ConfigureAwait(false);
        // One that comes late says nothing of how the analyser is now.
        foreach (var check in checks.OrderBy(check => check.At).Where(check => !newest.TryGetValue(check.Factor, out var known) || check.At >= known))
            Tell(device, check, events);
        await alarms.Write(events).ConfigureAwait(false);
        await AddNew(db, device.Id, records, checks).ConfigureAwait(false);
        var isRangeNew = db.ChangeTracker.Entries<InstrumentState>().Any(entry => entry.Entity.Code == ToldRange.Code && (entry.State == EntityState.Added || entry.Property(state => state.Value).IsModified));
        await db.SaveChangesAsync().ConfigureAwait(false);
        if (isRangeNew)
            books.RangeTold();
    }

    private async Task Take(
        Device device, InstrumentTelegram one, DateTime at, string factor, string code, string text, ParkDb db, Dictionary<(string, string), InstrumentState> states, List<InstrumentRecord> records, List<AlarmEvent> events)
    {
        if (!IsCode(code, 10) || (factor.Length > 0 && !IsCode(factor, 20)))
            return; // No code of the standard: it stays in the log of telegrams.
        var value = StorableText.Of(new string([.. text.Where(letter => !char.IsControl(letter))]), InstrumentModel.LongestValue);
        var record = new InstrumentRecord { DeviceId = device.Id, Factor = factor, Code = code, At = at, Value = value, LogId = one.LogId };
        if (InformationCodes.IsLog(code))
        {
            records.Add(record);
            return;
        }

        if (!states.TryGetValue((factor, code), out var state))
        {
            if (states.Count >= MostStates)
                return;
            states[(factor, code)] = state = new InstrumentState { DeviceId = device.Id, Factor = factor, Code = code, Value = value, Since = at, SeenAt = at };
            db.Add(state);
            records.Add(record);
            if (InstrumentCodes.IsFault(code, value))
                events.Add(Fault(device, factor, code, value, at));
            return;
        }

        if (at < state.SeenAt)
        {
            records.Add(record); // Late: history, but no news.
            return;
        }

        if (at - state.SeenAt >= SeenEvery)
            state.SeenAt = at;
        if (InstrumentCodes.AreSame(state.Value, value))
            return;
        state.SeenAt = at;
        if (InstrumentCodes.IsContinuous(code) && at - state.Since < KeptEvery)
        {
            state.Value = value; // Shown as it is now; a line of history is for the hour.
            return;
        }

        record.Before = state.Value;
        records.Add(record);
        if (InstrumentCodes.IsFault(code, value))
            events.Add(Fault(device, factor, code, value, at));
        else if (InstrumentCodes.IsFault(code, state.Value))
            events.Add(new Ended(Fault(device, factor, code, state.Value, at).Cause, at, $"{InstrumentCodes.NameOf(code)}：{InstrumentCodes.Say(code, value)}。"));
        if (InstrumentCodes.LevelOfChange(code) is { } level)
            events.Add(await Changed(device, record, level, db, states).ConfigureAwait(false));
        (state.Value, state.Since) = (value, at);
    }

    private Finding Fault(Device device, string factor, string code, string value, DateTime at) =>
        new(WatchAlarms.DeviceFault, SubjectOf(device, factor), FoundBy: FoundBy.Instrument, Part: $"{factor}/{code}")
        {
            FirstAt = at,
            WorstAt = at,
            LastAt = at,
            Basis = InstrumentCodes.IsFacility(code) ? "HJ 212-2017 表 4 污染治理设施运行状态" : "HJ 212-2017 表 B.10 现场端信息",
            Text = $"设备自报{InstrumentCodes.NameOf(code)}：{InstrumentCodes.Say(code, value)}。",
        };

    /// <summary>A change is over when it is found; it stays in the list until somebody has looked at it.</summary>
    private async Task<Finding> Changed(Device device, InstrumentRecord record, AlarmLevel level, ParkDb db, Dictionary<(string, string), InstrumentState> states)
    {
        var (from, to, mn) = (record.At - SetBefore, record.At + Ahead, device.Mn);
        var command = await db.Set<CommandRecord>().AsNoTracking()
            .Where(one => one.Mn == mn && one.Command == CommandCode.SetDeviceParameter && one.RequestedAt >= from && one.RequestedAt <= to && one.State <= CommandState.Succeeded && one.DataArea.Contains(record.Code))
            .OrderByDescending(one => one.Id).FirstOrDefaultAsync().ConfigureAwait(false);
        var isTended = states.Values.Any(state => (state.Factor == record.Factor || state.Factor.Length == 0) && InstrumentCodes.IsTended(state.Code, state.Value));
        var (why, shown) = books.Current.IsExempt(SubjectOf(device, record.Factor), WatchAlarms.ParameterChanged, record.At) ? ("在已备案的计划时段内", AlarmLevel.Blue) : command is not null ? ($"由 {command.RequestedBy} 经平台下发", AlarmLevel.Blue) : isTended ? ("此时处于维护或校准状态", AlarmLevel.Yellow) : ("不是平台下发，也不在维护或校准状态", level);
        return new Finding(
            WatchAlarms.ParameterChanged, SubjectOf(device, record.Factor), FoundBy: FoundBy.Instrument, Part: FormattableString.Invariant($"{record.Factor}/{record.Code}/{record.At:yyyyMMddHHmmss}"))
        {
            Level = shown,
            FirstAt = record.At,
            WorstAt = record.At,
            LastAt = record.At,
            Basis = "HJ 212-2017 表 B.10 现场端信息",
            IsCounted = true, // The same change told again is known by its time.
            EndedAt = record.At,
            Text = $"{InstrumentCodes.NameOf(record.Code)}由 {InstrumentCodes.Say(record.Code, record.Before!)} 改为 {InstrumentCodes.Say(record.Code, record.Value)}：{why}。",
        };
    }

    private static StandardCheckResult Judged(Device device, InstrumentTelegram one, DateTime at, StandardChecks.Check check, Dictionary<(string, string), InstrumentState> states)
    {
        var (passes, basis) = CheckJudgement.Of(check, states.GetValueOrDefault((check.Factor, ToldRange.Code))?.Value);
        return new StandardCheckResult
        {
            DeviceId = device.Id,
            Factor = check.Factor,
            At = at,
            Reading = check.Reading,
            StandardValue = check.StandardValue,
            DevicePassed = check.IsPassed,
            Passes = passes,
            Basis = basis,
            LogId = one.LogId,
        };
    }

    private void Tell(Device device, StandardCheckResult check, List<AlarmEvent> events)
    {
        var finding = new Finding(WatchAlarms.CheckFailed, SubjectOf(device, check.Factor), FoundBy: FoundBy.Instrument, Part: check.Factor)
        {
            FirstAt = check.At,
            FirstValue = check.Reading,
            WorstAt = check.At,
            WorstValue = check.Reading,
            LastAt = check.At,
            LastValue = check.Reading,
            Basis = check.Basis,
            Text = string.Create(CultureInfo.InvariantCulture, $"标样核查不合格：测得 {check.Reading}，标准值 {check.StandardValue}。{check.Basis}。"),
        };
        events.Add(check.Passes ? new Ended(finding.Cause, check.At, string.Create(CultureInfo.InvariantCulture, $"标样核查合格：测得 {check.Reading}，标准值 {check.StandardValue}。")) : finding);
    }

    /// <summary>By the device, so that the watch over the channel's readings leaves it alone; with the factor's names.</summary>
    private AlarmSubject SubjectOf(Device device, string factor)
    {
        var entry = books.Current.Devices.FirstOrDefault(one => one.Device.Id == device.Id);
        var channel = entry?.Channels.FirstOrDefault(one => one.Channel.Subject.FactorCode == factor) ?? entry?.Channels.FirstOrDefault();
        var subject = channel?.Channel.Subject ?? new AlarmSubject { DeviceId = device.Id, Mn = device.Mn, Point = device.Name };
        return subject with { ChannelId = null, FactorCode = factor, Factor = factor.Length == 0 ? "" : subject.FactorCode == factor ? subject.Factor : Factors.Find(factor)?.Name ?? factor, Unit = subject.FactorCode == factor ? subject.Unit : "" };
    }

    /// <summary>What has been stored before is left out.</summary>
    private static async Task AddNew(ParkDb db, int deviceId, List<InstrumentRecord> records, List<StandardCheckResult> checks)
    {
        var times = records.Select(record => record.At).Concat(checks.Select(check => check.At)).Distinct().ToList();
        var known = (await db.Set<InstrumentRecord>().AsNoTracking().Where(record => record.DeviceId == deviceId && times.Contains(record.At))
            .Select(record => new { record.Factor, record.Code, record.At, record.Value }).ToListAsync().ConfigureAwait(false)).Select(one => (one.Factor, one.Code, one.At, one.Value)).ToHashSet();
        db.AddRange(records.Where(record => known.Add((record.Factor, record.Code, record.At, record.Value))));
        var judged = (await db.Set<StandardCheckResult>().AsNoTracking().Where(check => check.DeviceId == deviceId && times.Contains(check.At))
            .Select(check => new { check.Factor, check.At }).ToListAsync().ConfigureAwait(false)).Select(one => (one.Factor, one.At)).ToHashSet();
        db.AddRange(checks.Where(check => judged.Add((check.Factor, check.At))));
    }

    private static bool IsCode(string text, int longest) => text.Length > 0 && text.Length <= longest && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>The device's time; a time to come, or one before all data loggers, is a wrong clock, and that of reception stands for it.</summary>
    private static DateTime Time(DateTime? wallClock, InstrumentTelegram one) =>
        wallClock is { Year: >= 2000 } wall && ParkTime.ToUtc(wall) is var utc && utc <= one.ReceivedAt + Ahead ? utc : one.ReceivedAt;
}
