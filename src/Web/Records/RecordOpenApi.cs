using System.Text.Json.Nodes;
using EcoPark.Platform.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace EcoPark.Web.Records;

/// <summary>What an endpoint of a record type does with its fields.</summary>
internal enum RecordOperation
{
    List,
    Save,
}

/// <summary>Puts a record type's fields into the OpenAPI document: labels, units, limits, choices.</summary>
internal static class RecordOpenApi
{
    public static RouteHandlerBuilder Describes(this RouteHandlerBuilder endpoint, RecordType type, RecordOperation operation) => endpoint.AddOpenApiOperationTransformer((document, _, _) =>
    {
        if (operation == RecordOperation.Save)
            Body(document, type);
        else
            Query(document, type);
        return Task.CompletedTask;
    });

    private static void Body(OpenApiOperation operation, RecordType type)
    {
        var values = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema>(), Required = new HashSet<string>() };
        foreach (var field in type.Fields.Where(field => !field.IsDerived))
        {
            values.Properties[field.Name] = SchemaOf(field);
            if (field.IsRequired)
                values.Required.Add(field.Name);
        }

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
        foreach (var field in type.Fields.Where(field => field.Property is not null && field.Kind is not FieldKind.Shape))
            Add("f." + field.Name, field.Kind is FieldKind.Number or FieldKind.Integer or FieldKind.Date ? $"{field.Heading}，起..止" : field.Heading, JsonSchemaType.String);
        Add("sort", "按此字段排序", JsonSchemaType.String);
        Add("desc", "1 为降序", JsonSchemaType.String);
        Add("deleted", "1 为已删除的", JsonSchemaType.String);
        Add("cols", "导出的列，逗号分隔", JsonSchemaType.String);
        Add("skip", "跳过条数", JsonSchemaType.Integer);
        Add("take", "条数，至多 500", JsonSchemaType.Integer);

        void Add(string name, string description, JsonSchemaType kind) =>
            operation.Parameters.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Query, Description = description, Schema = new OpenApiSchema { Type = kind } });
    }

    private static OpenApiSchema SchemaOf(Field field) => new()
    {
        Type = field.Kind switch
        {
            FieldKind.Number => JsonSchemaType.Number,
            FieldKind.Integer or FieldKind.Reference => JsonSchemaType.Integer,
            FieldKind.YesNo => JsonSchemaType.Boolean,
            _ => JsonSchemaType.String,
        },
        Format = field.Kind == FieldKind.Date ? "date" : null,
        Description = field.Help.Length == 0 ? field.Heading : $"{field.Heading}。{field.Help}",
        MaxLength = field.Kind is FieldKind.Text or FieldKind.LongText ? field.MaxLength : null,
        Minimum = field.Min?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Maximum = field.Max?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Enum = field.Choices.Count == 0 ? null : [.. field.Choices.Select(choice => (JsonNode)JsonValue.Create(choice))],
    };
}
