using EcoPark.Platform.Records;

namespace EcoPark.Platform.Accounts;

/// <summary>管理部门: a department of the authority. Accounts of its people name it.</summary>
public sealed class Department : Record
{
    public string Name { get; set; } = "";

    public int? ParentId { get; set; }

    public string Duty { get; set; } = "";

    public string Head { get; set; } = "";

    public string Phone { get; set; } = "";
}

/// <summary>The list of departments.</summary>
public static class DepartmentType
{
    public const string Name = "departments";

    public static RecordType<Department> Create() => new RecordType<Department>(Name, "管理部门")
        .In("系统管理", "7.1.1", "园区管理机构的内设部门；建立账户时从中选择。", 0)
        .Text(r => r.Name, "部门名称", f => f with { IsRequired = true, IsTitle = true, IsKey = true, IsSearched = true, MaxLength = 100 })
        .OptionalReference(r => r.ParentId, "上级部门", Name)
        .Text(r => r.Head, "负责人", f => f with { MaxLength = 50 })
        .Text(r => r.Phone, "联系电话", f => f with { MaxLength = 30 })
        .LongText(r => r.Duty, "职责")
        .Check(r => r.ParentId is { } parent && parent == r.Id && r.Id != 0 ? new("parent", "上级部门不能是它自己。", "parentId") : null);
}
