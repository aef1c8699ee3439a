using System.ComponentModel;
using EcoPark.Platform.Audit;
using Microsoft.AspNetCore.Identity;

namespace EcoPark.Platform.Accounts;

/// <summary>The three administrators of GB/T 22239 that must be different people.</summary>
public enum Administration
{
    None = 0,

    /// <summary>系统管理员: accounts and settings.</summary>
    System = 1,

    /// <summary>安全管理员: roles and policies.</summary>
    Security = 2,

    /// <summary>审计管理员: the audit log.</summary>
    Audit = 3,
}

/// <summary>What a group of people may do.</summary>
[Audited("角色")]
public sealed class Role : IdentityRole<int>
{
    /// <summary>Chinese.</summary>
    [DisplayName("名称")]
    public required string Title { get; set; }

    /// <summary>What it is for, for those who grant it.</summary>
    [DisplayName("用途")]
    public string Purpose { get; set; } = "";

    /// <summary>An account may hold one administration, and no other role beside it.</summary>
    [DisplayName("管理员")]
    public Administration Administration { get; set; }

    /// <summary>For accounts of enterprises; others cannot hold it.</summary>
    [DisplayName("企业角色")]
    public bool IsOfEnterprise { get; set; }

    /// <summary>What the overview shows its holders first; of several roles the first of the list counts.</summary>
    [DisplayName("总览")]
    public Desk Desk { get; set; }

    /// <summary>Names of <see cref="Security.Permission"/>.</summary>
    [DisplayName("权限")]
    public List<string> Permissions { get; set; } = [];
}

/// <summary>A permission that the built-in roles have been given already.</summary>
public sealed class KnownPermission
{
    public required string Name { get; set; }
}
