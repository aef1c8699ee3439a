using System.Linq.Expressions;
using System.Text.Json;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EcoPark.Platform.Records;

/// <summary>Tables of all record types and of what the kit keeps beside them. Scope and deletion are filters of every query.</summary>
public sealed class RecordModel(RecordTypes types) : IModelPart
{
    /// <summary>Name of the filter that hides deleted records.</summary>
    public const string Deleted = "deleted";

    /// <summary>Name of the filter that hides other enterprises' records; nothing but the check for duplicates lifts it.</summary>
    public const string Scope = "scope";

    /// <summary>Name of the filter that hides rows of records that are hidden themselves.</summary>
    public const string Rows = "rows";

    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db)
    {
        foreach (var type in types.All)
            Configure(model, model.Entity(type.Entity), type, types);
        var isPostgres = db.Database.ProviderName!.Contains("PostgreSQL", StringComparison.Ordinal);
        OwnValue.Configure(model, isPostgres);
        SearchEntry.Configure(model, isPostgres);
        model.Entity<RecordRevision>(revision =>
        {
            revision.HasIndex(one => new { one.Type, one.RecordId, one.Revision }).IsUnique();
            revision.Property(one => one.Type).HasMaxLength(50);
            revision.Property(one => one.By).HasMaxLength(50);
            revision.Property(one => one.Action).HasMaxLength(10);
        });
        model.Entity<CustomField>(field =>
        {
            field.HasIndex(one => new { one.Type, one.Name }).IsUnique();
            field.Property(one => one.Type).HasMaxLength(50);
            field.Property(one => one.Name).HasMaxLength(50);
            field.Property(one => one.Label).HasMaxLength(50);
            field.Property(one => one.Unit).HasMaxLength(20);
        });
        model.Entity<SavedView>(view =>
        {
            view.HasIndex(one => new { one.AccountId, one.Page, one.Name }).IsUnique();
            view.Property(one => one.Page).HasMaxLength(100);
            view.Property(one => one.Name).HasMaxLength(50);
            view.Property(one => one.Query).HasMaxLength(2_000);
        });
        model.Entity<Proposal>(proposal =>
        {
            proposal.HasIndex(one => new { one.State, one.Type });
            proposal.HasIndex(one => one.EnterpriseId);
            proposal.HasIndex(one => one.Look);
            proposal.Property(one => one.Type).HasMaxLength(50);
            proposal.Property(one => one.Title).HasMaxLength(300);
            proposal.Property(one => one.By).HasMaxLength(50);
            proposal.Property(one => one.DecidedBy).HasMaxLength(50);
            proposal.Property(one => one.Remark).HasMaxLength(1_000);
            proposal.Property(one => one.Version).IsConcurrencyToken();
        });
        model.Entity<Attachment>(attachment =>
        {
            attachment.HasIndex(one => new { one.Type, one.RecordId });
            attachment.Property(one => one.Type).HasMaxLength(50);
            attachment.Property(one => one.FileName).HasMaxLength(200);
            attachment.Property(one => one.MediaType).HasMaxLength(100);
            attachment.Property(one => one.Hash).HasMaxLength(64);
            attachment.Property(one => one.By).HasMaxLength(50);
            attachment.HasOne<FileContent>().WithMany().HasForeignKey(one => one.Hash).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<FileContent>(content => content.HasKey(one => one.Hash));
        model.Entity<FileContent>().Property(one => one.Hash).HasMaxLength(64);
    }

    /// <summary>Scope and deletion are filters of every entity that has them, also of those that other rooms add.</summary>
    public void Finish(ModelBuilder model, ParkDb db)
    {
        foreach (var entity in model.Model.GetEntityTypes().Select(one => one.ClrType).Where(typeof(Record).IsAssignableFrom).ToList())
            model.Entity(entity).HasQueryFilter(Deleted, NotDeleted(entity));
        foreach (var entity in model.Model.GetEntityTypes().Select(one => one.ClrType).Where(typeof(IOfEnterprise).IsAssignableFrom).ToList())
            model.Entity(entity).HasQueryFilter(Scope, InScope(entity, nameof(IOfEnterprise.EnterpriseId), db));
        foreach (var type in types.All.Where(one => one.IsEnterpriseItself))
            model.Entity(type.Entity).HasQueryFilter(Scope, InScope(type.Entity, nameof(Record.Id), db));
        foreach (var type in types.All)
        {
            foreach (var rows in type.RowTypes)
                model.Entity(rows.Entity).HasQueryFilter(Rows, WithParent(rows.Entity, type.Entity, db));
        }
    }

    private static void Configure(ModelBuilder model, EntityTypeBuilder entity, RecordType type, RecordTypes types)
    {
        entity.Property(nameof(Record.Revision)).IsConcurrencyToken();
        entity.Property(nameof(Record.UpdatedBy)).HasMaxLength(50);
        entity.Property(nameof(Record.DeletedWhy)).HasMaxLength(500);
        entity.Property<Dictionary<string, string>>(nameof(Record.Custom)).HasConversion(
            values => JsonSerializer.Serialize(values, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<Dictionary<string, string>>(text, JsonSerializerOptions.Web)!,
            new ValueComparer<Dictionary<string, string>>(
                (one, other) => one!.OrderBy(pair => pair.Key).SequenceEqual(other!.OrderBy(pair => pair.Key)),
                values => values.Aggregate(0, (hash, pair) => hash ^ pair.GetHashCode()),
                values => new Dictionary<string, string>(values)));
        Columns(entity, type.Fields, types);
        foreach (var rows in type.RowTypes)
        {
            entity.HasMany(rows.Entity, rows.List.Name).WithOne().HasForeignKey(nameof(RecordRow.ParentId)).OnDelete(DeleteBehavior.Cascade);
            Columns(model.Entity(rows.Entity), rows.Fields, types);
        }

        var keys = type.Keys.Select(field => field.Property!.Name).ToArray();
        if (keys.Length > 0)
            entity.HasIndex(keys).IsUnique().HasFilter($"\"{nameof(Record.DeletedAt)}\" IS NULL");
    }

    private static void Columns(EntityTypeBuilder entity, IReadOnlyList<Field> fields, RecordTypes types)
    {
        foreach (var field in fields.Where(one => one.Property is not null && one.Kind != FieldKind.Rows))
        {
            if (field.Property!.PropertyType == typeof(string) && field.Kind != FieldKind.Shape)
                entity.Property(field.Property.Name).HasMaxLength(field.Kind is FieldKind.Code or FieldKind.Choice ? 50 : field.MaxLength);
            if (field.Kind == FieldKind.Reference)
                entity.HasOne(types.Target(field.Target).Entity).WithMany().HasForeignKey(field.Property.Name).OnDelete(DeleteBehavior.Restrict);
        }
    }

    /// <summary><c>db.Set&lt;Parent&gt;().Any(parent => parent.Id == row.ParentId)</c>: the parent's own filters decide.</summary>
    private static LambdaExpression WithParent(Type rows, Type parents, ParkDb db)
    {
        var (row, parent) = (Expression.Parameter(rows), Expression.Parameter(parents));
        var isParent = Expression.Lambda(Expression.Equal(Expression.Property(parent, nameof(Record.Id)), Expression.Property(row, nameof(RecordRow.ParentId))), parent);
        var all = Expression.Call(Expression.Constant(db, typeof(ParkDb)), nameof(DbContext.Set), [parents]);
        return Expression.Lambda(Expression.Call(typeof(Queryable), nameof(Queryable.Any), [parents], all, isParent), row);
    }

    private static LambdaExpression NotDeleted(Type entity)
    {
        var record = Expression.Parameter(entity);
        return Expression.Lambda(Expression.Equal(Expression.Property(record, nameof(Record.DeletedAt)), Expression.Constant(null, typeof(DateTime?))), record);
    }

    /// <summary><c>db.Scope == null || record.EnterpriseId == db.Scope</c>; EF puts the context of the query in the place of <paramref name="db"/>.</summary>
    private static LambdaExpression InScope(Type entity, string key, ParkDb db)
    {
        var record = Expression.Parameter(entity);
        var scope = Expression.Property(Expression.Constant(db, typeof(ParkDb)), nameof(ParkDb.Scope));
        var isPark = Expression.Equal(scope, Expression.Constant(null, typeof(int?)));
        var isOwn = Expression.Equal(Expression.Convert(Expression.Property(record, key), typeof(int?)), scope);
        return Expression.Lambda(Expression.OrElse(isPark, isOwn), record);
    }
}
