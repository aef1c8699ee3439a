using System.Globalization;
using System.Reflection;

namespace EcoPark.Platform.Time;

/// <summary>
/// 工作日: Monday to Friday, but for the holidays and made-up days of each year's notice (办公厅关于部分节假日安排的通知), and for what the park has entered.
/// </summary>
/// <param name="own">Days that the park has entered: whether they are worked.</param>
public sealed class WorkingDays(IReadOnlyDictionary<DateOnly, bool> own)
{
    /// <summary>Deadlines lie within weeks; a calendar of holidays alone would be wrong.</summary>
    private const int Longest = 3_660;

    private static readonly Dictionary<DateOnly, bool> Notices = Read();

    public bool IsWorking(DateOnly day) => own.TryGetValue(day, out var entered) ? entered
        : Notices.TryGetValue(day, out var told) ? told : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>Whether the holidays of a year are known; where they are not, weekends alone are free.</summary>
    public bool Knows(int year) => own.Keys.Concat(Notices.Keys).Any(day => day.Year == year);

    /// <summary>
    /// When a number of working days is over: the day itself does not count, and the last one counts to its end (民法典 §201, §203).
    /// </summary>
    /// <param name="from">UTC.</param>
    /// <param name="days">At least 1.</param>
    /// <returns>UTC of the end of the last day in the park.</returns>
    public DateTime After(DateTime from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        var day = DateOnly.FromDateTime(ParkTime.FromUtc(from));
        for (var (left, tried) = (days, 0); left > 0; tried++)
        {
            if (tried == Longest)
                throw new ArgumentOutOfRangeException(nameof(days), days, "No such number of working days within ten years.");
            day = day.AddDays(1);
            left -= IsWorking(day) ? 1 : 0;
        }

        return ParkTime.ToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue));
    }

    private static Dictionary<DateOnly, bool> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("EcoPark.Platform.Time.holidays.csv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => char.IsAsciiDigit(line[0]))
            .Select(line => line.Split(',')).ToDictionary(cells => DateOnly.Parse(cells[0], CultureInfo.InvariantCulture), cells => cells[1] == CalendarDayType.On);
    }
}
