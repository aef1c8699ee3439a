using System.Text.Json.Nodes;
using EcoPark.Platform.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace EcoPark.Web.Records;

/// <summary>Where an operation has the fields of its record type.</summary>
internal enum RecordFieldUse
{
    None,
    Filter,
    Body,
}

/// <summary>What an operation on records does, whatever their type.</summary>
/// <param name="Summary">Chinese, without the type.</param>
/// <param name="Permission">What it asks for.</param>
/// <param name="Use">Where it has the fields.</param>
internal sealed record RecordOperation(string Summary, Func<RecordType, string> Permission, RecordFieldUse Use);

/// <summary>
/// Unfolds the one set of record routes in the OpenAPI document: every type has its own paths, with its permission and its fields'
/// labels, units, limits and choices.
/// </summary>
internal sealed class RecordOpenApi(RecordTypes types) : IOpenApiDocumentTransformer
{
    public const string Root = "/api/v1/records";

    private const string Folded = Root + "/{type}";
    private const string Told = nameof(RecordOperation);

    /// <inheritdoc/>
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var folded = document.Paths.Where(path => path.Key.StartsWith(Folded, StringComparison.Ordinal)).ToList();
        foreach (var (address, _) in folded)
            document.Paths.Remove(address);
        document.Tags ??= new HashSet<OpenApiTag>();
        foreach (var type in types.All)
        {
            document.Tags.Add(new OpenApiTag { Name = type.Title, Description = type.Purpose });
            foreach (var (address, item) in folded)
                document.Paths.Add($"{Root}/{type.Name}{address[Folded.Length..]}", Unfold(item, type, document));
        }

        return Task.CompletedTask;
    }

    private static OpenApiPathItem Unfold(IOpenApiPathItem folded, RecordType type, OpenApiDocument document) => new()
    {
        Operations = folded.Operations!.ToDictionary(one => one.Key, one => Unfold(one.Value, type, document)),
    };

    private static OpenApiOperation Unfold(OpenApiOperation folded, RecordType type, OpenApiDocument document)
    {
        var told = (RecordOperation)folded.Metadata![Told];
        var operation = new OpenApiOperation(folded)
        {
            Summary = $"{type.Title}：{told.Summary}",
            Description = $"权限 {told.Permission(type)}",
            Tags = new HashSet<OpenApiTagReference> { new(type.Title, document) },
            Parameters = [.. (folded.Parameters ?? []).Where(one => one.Name != "type")],
        };
        if (told.Use == RecordFieldUse.Body)
            Body(operation, type);
        else if (told.Use == RecordFieldUse.Filter)
            Query(operation, type);
        return operation;
    }

    private static void Body(OpenApiOperation operation, RecordType type)
    {
        var values = Of(type.Fields);
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { "values" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["values"] = values,
                ["basedOn"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "所见的修订号；已不是最新时返回 409 和差异" },
                ["effectiveFrom"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date", Description = "生效日期，默认今天" },
            },
        };
        operation.RequestBody = new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = schema } } };
    }

    private static void Query(OpenApiOperation operation, RecordType type)
    {
        operation.Parameters ??= [];
        Add("q", "在名称等字段中查找", JsonSchemaType.String);
        foreach (var field in type.Fields.Where(field => field.IsColumn && field.Kind is not FieldKind.Shape))
            Add("f." + field.Name, field.Kind is FieldKind.Number or FieldKind.Integer or FieldKind.Date or FieldKind.Moment or FieldKind.TimeOfDay ? $"{field.Heading}，起..止" : field.Heading, JsonSchemaType.String);
        Add("sort", "按此字段排序", JsonSchemaType.String);
        Add("desc", "1 为降序", JsonSchemaType.String);
        Add("deleted", "1 为已删除的", JsonSchemaType.String);
        Add("cols", "导出的列，逗号分隔", JsonSchemaType.String);
        Add("skip", "跳过条数", JsonSchemaType.Integer);
        Add("take", "条数，至多 500", JsonSchemaType.Integer);

        void Add(string name, string description, JsonSchemaType kind) =>
            operation.Parameters.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Query, Description = description, Schema = new OpenApiSchema { Type = kind } });
    }

    private static OpenApiSchema Of(IReadOnlyList<Field> fields)
    {
        var values = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema>(), Required = new HashSet<string>() };
        foreach (var field in fields.Where(field => field.IsEntered))
        {
            values.Properties[field.Name] = SchemaOf(field);
            if (field.IsRequired)
                values.Required.Add(field.Name);
        }

        return values;
    }

    private static OpenApiSchema SchemaOf(Field field) => field.Rows is { } rows
        ? new() { Type = JsonSchemaType.Array, Description = field.Heading, Items = Of(rows.Fields), MaxItems = RowType.Most } : Simple(field);

    private static OpenApiSchema Simple(Field field) => new()
    {
        Type = field.Kind switch
        {
            FieldKind.Number => JsonSchemaType.Number,
            FieldKind.Integer or FieldKind.Reference => JsonSchemaType.Integer,
            FieldKind.YesNo => JsonSchemaType.Boolean,
            _ => JsonSchemaType.String,
        },
        Format = field.Kind switch { FieldKind.Date => "date", FieldKind.Moment => "date-time", FieldKind.TimeOfDay => "time", _ => null },
        Description = field.Help.Length == 0 ? field.Heading : $"{field.Heading}。{field.Help}",
        MaxLength = field.Kind is FieldKind.Text or FieldKind.LongText ? field.MaxLength : null,
        Minimum = field.Min?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Maximum = field.Max?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Enum = field.Choices.Count == 0 ? null : [.. field.Choices.Select(choice => (JsonNode)JsonValue.Create(choice))],
    };
}

/// <summary>How an endpoint tells the document what it does with records.</summary>
internal static class RecordDescription
{
    public static RouteHandlerBuilder Describes(this RouteHandlerBuilder endpoint, RecordOperation told) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        (operation.Metadata ??= new Dictionary<string, object>())[nameof(RecordOperation)] = told;
        return Task.CompletedTask;
    });
}
