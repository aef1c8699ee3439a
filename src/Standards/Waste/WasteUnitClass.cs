namespace EcoPark.Standards.Waste;

/// <summary>How closely a unit that generates hazardous waste is managed, HJ 1259-2022.</summary>
public enum WasteUnitLevel
{
    /// <summary>登记管理: below 10 t a year.</summary>
    Registered,

    /// <summary>简化管理: 10 t and more.</summary>
    Simplified,

    /// <summary>重点监管: 100 t and more, a facility of its own for use or disposal, or a licence.</summary>
    Key,
}

/// <summary>The class with what it rests on.</summary>
/// <param name="Tonnes">A year; <see langword="null"/> where neither generation nor a permitted amount is known.</param>
/// <param name="Basis">Chinese.</param>
public sealed record WasteUnitClass(WasteUnitLevel Level, double? Tonnes, string Basis)
{
    private const double KeyTonnes = 100;
    private const double SimplifiedTonnes = 10;

    public string Title => Level switch
    {
        WasteUnitLevel.Key => "重点监管",
        WasteUnitLevel.Simplified => "简化管理",
        _ => "登记管理",
    };

    /// <summary>By the largest yearly generation of the last three years; where there is none yet, by what permit or EIA allow.</summary>
    /// <param name="years">Generation of hazardous waste in whole years before this one, t; years without any are left out.</param>
    /// <param name="permitted">What is permitted a year, t.</param>
    /// <param name="treatsItself">It uses or disposes of hazardous waste in facilities of its own.</param>
    /// <param name="isLicensed">It holds a licence for hazardous waste.</param>
    public static WasteUnitClass Of(IReadOnlyList<(int Year, double Tonnes)> years, int thisYear, double? permitted, bool treatsItself, bool isLicensed)
    {
        List<(int Year, double Tonnes)> recent = [.. years.Where(one => one.Year < thisYear && one.Year >= thisYear - 3 && one.Tonnes > 0)];
        var (tonnes, basis) = recent.Count > 0 ? (recent.Max(one => one.Tonnes), $"近三年最大年产生量（{recent.MaxBy(one => one.Tonnes).Year} 年）")
            : permitted is { } allowed ? ((double?)allowed, "无完整年度台账，按许可（环评）量") : (null, "无完整年度台账，也无许可（环评）量");
        if (isLicensed)
            return new(WasteUnitLevel.Key, tonnes, "持有危险废物经营许可证");
        if (treatsItself)
            return new(WasteUnitLevel.Key, tonnes, "有自行利用处置");
        return new(tonnes >= KeyTonnes ? WasteUnitLevel.Key : tonnes >= SimplifiedTonnes ? WasteUnitLevel.Simplified : WasteUnitLevel.Registered, tonnes, basis);
    }
}
