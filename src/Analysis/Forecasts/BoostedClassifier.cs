using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

namespace EcoPark.Analysis.Forecasts;

/// <summary>One row for ML.NET.</summary>
internal sealed class ClassRow
{
    public bool Label { get; init; }

    public float[] Features { get; init; } = [];
}

/// <summary>Gradient boosted trees for a probability: LightGBM by Microsoft.ML.</summary>
internal sealed class BoostedClassifier
{
    private readonly MLContext _context;
    private readonly ITransformer _model;
    private readonly SchemaDefinition _schema;

    private BoostedClassifier(MLContext context, ITransformer model, SchemaDefinition schema) => (_context, _model, _schema) = (context, model, schema);

    /// <param name="rows">Features and classes, both of which must occur.</param>
    /// <param name="options">Size of the trees.</param>
    public static BoostedClassifier Train(IReadOnlyList<ClassRow> rows, ForecastOptions options)
    {
        var context = new MLContext(options.Seed);
        var schema = SchemaOf(rows[0].Features.Length);
        var trainer = context.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
        {
            LabelColumnName = nameof(ClassRow.Label),
            FeatureColumnName = nameof(ClassRow.Features),
            NumberOfIterations = options.Trees,
            NumberOfLeaves = options.Leaves,
            MinimumExampleCountPerLeaf = options.FewestInLeaf,
            LearningRate = options.LearningRate,
            NumberOfThreads = 1,
            MaximumBinCountPerFeature = 63,
            HandleMissingValue = true,
            UseZeroAsMissingValue = false,
            Sigmoid = 1,
            Seed = options.Seed,
            Booster = new GradientBooster.Options { FeatureFraction = options.FeatureFraction, SubsampleFraction = 0.7, SubsampleFrequency = 1, L2Regularization = 1 },
        });
        return new BoostedClassifier(context, trainer.Fit(context.Data.LoadFromEnumerable(rows, schema)), schema);
    }

    /// <summary>One probability a row.</summary>
    public float[] Predict(IEnumerable<float[]> features)
    {
        var rows = _context.Data.LoadFromEnumerable(features.Select(one => new ClassRow { Features = one }), _schema);
        return [.. _model.Transform(rows).GetColumn<float>("Probability")];
    }

    /// <summary>Writes the trees as ML.NET keeps them.</summary>
    public void Save(Stream stream) => _context.Model.Save(_model, null, stream);

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="stream">Seekable.</param>
    /// <param name="features">Features of a row.</param>
    public static BoostedClassifier Load(Stream stream, int features)
    {
        var context = new MLContext();
        return new BoostedClassifier(context, context.Model.Load(stream, out _), SchemaOf(features));
    }

    private static SchemaDefinition SchemaOf(int features)
    {
        var schema = SchemaDefinition.Create(typeof(ClassRow));
        schema[nameof(ClassRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features);
        return schema;
    }
}
