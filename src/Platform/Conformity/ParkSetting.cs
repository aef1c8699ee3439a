using System.ComponentModel;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Conformity;

/// <summary>A choice of the park that holds for everybody.</summary>
[Audited("园区设置")]
public sealed class ParkSetting
{
    public required string Name { get; set; }

    [DisplayName("内容")]
    public string Value { get; set; } = "";
}

/// <summary>Table of the settings.</summary>
public sealed class ParkSettingModel : IModelPart
{
    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db)
    {
        model.Entity<ParkSetting>().HasKey(setting => setting.Name);
        model.Entity<ParkSetting>().Property(setting => setting.Name).HasMaxLength(50);
    }
}
