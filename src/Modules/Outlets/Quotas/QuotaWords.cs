using System.Globalization;
using EcoPark.Contracts;

namespace EcoPark.Modules.Outlets.Quotas;

/// <summary>Amounts of quotas in words.</summary>
internal static class QuotaWords
{
    /// <param name="amount">kg, or m³ where water is counted.</param>
    public static string Amount(double amount, DischargeQuota quota) =>
        string.Create(CultureInfo.InvariantCulture, $"{amount / (quota.Unit == DischargeQuotaType.Tonnes ? 1_000 : 1):0.##} {quota.Unit}");

    public static string Share(double amount, DischargeQuota quota) => quota.Amount > 0 ? (amount / quota.Amount).ToString("P1", CultureInfo.InvariantCulture) : "—";
}
