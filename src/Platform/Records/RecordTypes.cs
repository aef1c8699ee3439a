using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Platform.Records;

/// <summary>All record types that the rooms have brought.</summary>
public sealed class RecordTypes
{
    private readonly Dictionary<string, RecordType> _byName;
    private readonly Dictionary<Type, RecordType> _byEntity;

    private readonly Dictionary<string, IReferenceTarget> _targets;

    /// <param name="types">What the rooms keep on record.</param>
    /// <param name="others">What else fields may refer to.</param>
    public RecordTypes(IEnumerable<RecordType> types, IEnumerable<IReferenceTarget> others)
    {
        All = [.. types];
        _targets = All.Concat(others).ToDictionary(target => target.Name, StringComparer.Ordinal);
        _byName = All.ToDictionary(type => type.Name, StringComparer.OrdinalIgnoreCase);
        _byEntity = All.ToDictionary(type => type.Entity);
    }

    public IReadOnlyList<RecordType> All { get; }

    public RecordType this[string name] => _byName[name];

    public RecordType? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>What a field refers to.</summary>
    public IReferenceTarget Target(string name) => _targets[name];

    public IReferenceTarget? FindTarget(string name) => _targets.GetValueOrDefault(name);

    public RecordType? Of(Type entity) => _byEntity.GetValueOrDefault(entity);
}

/// <summary>How a room brings a record type.</summary>
public static class RecordRegistration
{
    public static IServiceCollection AddRecord(this IServiceCollection services, RecordType type)
    {
        services.AddSingleton(type);
        foreach (var permission in type.Permissions())
            services.AddSingleton(permission);
        return services;
    }

    internal static void AddRecordKit(this IServiceCollection services)
    {
        services.AddSingleton<RecordTypes>();
        services.AddSingleton<Data.IModelPart, RecordModel>();
        services.AddSingleton<Data.IModelPart, Conformity.ParkSettingModel>();
        services.AddSingleton<Conformity.ConformityService>();
        services.AddSingleton<Data.IModelPart, Messages.MessageModel>();
        services.AddSingleton<Messages.MessageCentre>();
        services.AddSingleton<FieldParser>();
        services.AddSingleton<CustomFields>();
        services.AddSingleton<RecordReader>();
        services.AddSingleton<RecordReferences>();
        services.AddSingleton<RecordRecompute>();
        services.AddSingleton<RecordSearch>();
        services.AddSingleton<RecordService>();
        services.AddSingleton<RecordHistory>();
        services.AddSingleton<ProposalService>();
        services.AddSingleton<AttachmentService>();
        services.AddSingleton<SavedViews>();
        services.AddSingleton<Sheets.RecordExport>();
        services.AddSingleton<Sheets.RecordImport>();
    }
}
