using EcoPark.Modules.Waste.Kinds;
using EcoPark.Modules.Waste.Ledger;

namespace EcoPark.Modules.Waste.Figures;

/// <summary>A waste of an enterprise in a year.</summary>
/// <param name="Generated">t in the year.</param>
/// <param name="GeneratedByMonth">t, January first.</param>
/// <param name="TreatedByMonth">t used or disposed of, by itself or by others, January first.</param>
/// <param name="Stock">t that its stores hold now.</param>
/// <param name="Outlook">When the permitted amount will be reached; <see langword="null"/> where nothing can be said or it will not.</param>
public sealed record KindFigures(
    WasteKind Kind, string Enterprise, int Year, double Generated, IReadOnlyList<double> GeneratedByMonth, IReadOnlyList<double> TreatedByMonth, double Stock, GenerationOutlook? Outlook)
{
    /// <summary>Of the permitted amount; nothing is over whatever is permitted of it.</summary>
    public double? Share => Kind.Maximum switch
    {
        > 0 and { } maximum => Generated / maximum,
        0 when Generated > 0 => double.PositiveInfinity,
        0 => 0,
        _ => null,
    };

    public double Treated => TreatedByMonth.Sum();

    /// <param name="quarter">1 … 4.</param>
    public double TreatedInQuarter(int quarter) => TreatedByMonth.Skip((quarter - 1) * 3).Take(3).Sum();

    public double GeneratedInQuarter(int quarter) => GeneratedByMonth.Skip((quarter - 1) * 3).Take(3).Sum();

    /// <param name="sums">Of this kind, of any year.</param>
    public static KindFigures Of(WasteKind kind, string enterprise, int year, IEnumerable<WasteSum> sums, double stock, DateOnly today)
    {
        var (generated, treated) = (new double[12], new double[12]);
        foreach (var sum in sums.Where(sum => sum.Year == year))
        {
            if (sum.Stage == LedgerStage.Generated)
                generated[sum.MonthOfYear - 1] += sum.Tonnes;
            else if (LedgerStage.Final.Contains(sum.Stage))
                treated[sum.MonthOfYear - 1] += sum.Tonnes;
        }

        var total = Math.Round(generated.Sum(), 6);
        return new(kind, enterprise, year, total, generated, treated, stock, year == today.Year ? GenerationOutlook.Of(total, kind.Maximum, today) : null);
    }
}

/// <summary>When the permitted amount of a year will be reached if generation goes on as it has since January.</summary>
/// <param name="On">The day.</param>
/// <param name="PerDay">Mean of the year so far, t a day.</param>
public sealed record GenerationOutlook(DateOnly On, double PerDay)
{
    /// <summary>Fewer days tell of no pace.</summary>
    private const int FewestDays = 30;

    /// <returns><see langword="null"/> where it is reached already, will not be this year, or the year is too young.</returns>
    public static GenerationOutlook? Of(double generated, double? maximum, DateOnly today)
    {
        if (today.DayOfYear < FewestDays || generated <= 0 || maximum is not { } most || generated >= most)
            return null;
        var perDay = generated / today.DayOfYear;
        var days = Math.Ceiling((most - generated) / perDay);
        var last = new DateOnly(today.Year, 12, 31);
        return days > last.DayNumber - today.DayNumber ? null : new(today.AddDays((int)days), perDay);
    }
}
