using System.Globalization;

namespace EcoPark.Standards.Waste;

/// <summary>Figures of the rules on solid waste.</summary>
public static class WasteRules
{
    /// <summary>Hazardous waste is stored for a year at most where nothing shorter is said.</summary>
    public const int LongestStorageDays = 365;

    /// <summary>危险废物转移管理办法（部令第 23 号）: whoever receives confirms it within so many working days.</summary>
    public const int ReceiptWorkingDays = 5;

    /// <summary>Length of a manifest's number: year, province, city, six of the serial.</summary>
    private const int ManifestDigits = 14;

    /// <summary>HJ 1259-2022: when the monthly or quarterly declaration is due, day of the month after.</summary>
    public const int DeclarationDay = 15;

    /// <summary>HJ 1259-2022: plan of the year and declaration of the year before.</summary>
    public static DateOnly PlanDay(int year) => new(year, 3, 31);

    /// <returns>What is wrong with the number of a manifest, Chinese; <see langword="null"/> where nothing is.</returns>
    public static string? CheckManifestNumber(string number)
    {
        if (number.Length != ManifestDigits || !number.All(char.IsAsciiDigit))
            return $"联单编号应为 14 位数字（4 位年份、2 位省、2 位市、6 位流水号），现为“{number}”。";
        var (year, province) = (int.Parse(number.AsSpan(0, 4), CultureInfo.InvariantCulture), int.Parse(number.AsSpan(4, 2), CultureInfo.InvariantCulture));
        if (year is < 2000 or > 2099)
            return $"联单编号的前四位应为年份，现为 {number[..4]}。";
        return province is >= 11 and <= 82 ? null : $"联单编号的第 5、6 位应为省级行政区代码，现为 {number[4..6]}。";
    }
}
