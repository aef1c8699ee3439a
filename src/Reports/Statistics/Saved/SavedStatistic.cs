using System.ComponentModel;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Reports.Statistics;

/// <summary>A statistic that somebody has kept under a name, for himself or for his colleagues. What it shows is read anew for whoever opens it, within his own scope.</summary>
[Audited("自定义统计")]
public sealed class SavedStatistic
{
    public int Id { get; set; }

    /// <summary>Account of its owner.</summary>
    public int AccountId { get; set; }

    /// <summary>Name of its owner when it was saved.</summary>
    [DisplayName("所有人")]
    public string Owner { get; set; } = "";

    /// <summary>Colleagues are the accounts of the same enterprise; 0 for those of the park.</summary>
    [DisplayName("企业编号")]
    public int EnterpriseId { get; set; }

    [DisplayName("名称")]
    public string Name { get; set; } = "";

    /// <summary>See <see cref="StatisticQuery.Write"/>.</summary>
    [DisplayName("内容")]
    public string Query { get; set; } = "";

    [DisplayName("共享")]
    public bool IsShared { get; set; }

    /// <summary>UTC.</summary>
    public DateTime SavedAt { get; set; }
}

/// <summary>Its table.</summary>
internal sealed class SavedStatisticModel : IModelPart
{
    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db) => model.Entity<SavedStatistic>(saved =>
    {
        saved.HasIndex(one => new { one.AccountId, one.Name }).IsUnique();
        saved.HasIndex(one => new { one.EnterpriseId, one.IsShared });
        saved.Property(one => one.Owner).HasMaxLength(50);
        saved.Property(one => one.Name).HasMaxLength(SavedStatistics.LongestName);
        saved.Property(one => one.Query).HasMaxLength(SavedStatistics.LongestQuery);
    });
}
