using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

namespace EcoPark.Analysis.Forecasts;

/// <summary>One row for ML.NET.</summary>
internal sealed class TreeRow
{
    public float Label { get; init; }

    public float[] Features { get; init; } = [];
}

/// <summary>Gradient boosted regression trees: LightGBM (Ke et al. 2017) by Microsoft.ML. NaN is a value of its own to the trees.</summary>
internal sealed class BoostedTrees
{
    private readonly MLContext _context;
    private readonly ITransformer _model;
    private readonly SchemaDefinition _schema;

    private BoostedTrees(MLContext context, ITransformer model, SchemaDefinition schema)
    {
        _context = context;
        _model = model;
        _schema = schema;
    }

    /// <param name="rows">Features and finite labels.</param>
    /// <param name="trees">Number of trees.</param>
    /// <param name="options">Leaves, threads and seed.</param>
    public static BoostedTrees Train(IReadOnlyList<TreeRow> rows, int trees, ForecastOptions options)
    {
        var context = new MLContext(options.Seed);
        var schema = SchemaOf(rows[0].Features.Length);
        var trainer = context.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options
        {
            LabelColumnName = nameof(TreeRow.Label),
            FeatureColumnName = nameof(TreeRow.Features),
            NumberOfIterations = trees,
            NumberOfLeaves = options.Leaves,
            MinimumExampleCountPerLeaf = options.FewestInLeaf,
            LearningRate = options.LearningRate,
            NumberOfThreads = 1,
            MaximumBinCountPerFeature = 63,
            HandleMissingValue = true,
            UseZeroAsMissingValue = false,
            Seed = options.Seed,
            Booster = new GradientBooster.Options
            {
                FeatureFraction = options.FeatureFraction,
                SubsampleFraction = 0.7,
                SubsampleFrequency = 1,
                L2Regularization = 1,
            },
        });
        return new BoostedTrees(context, trainer.Fit(context.Data.LoadFromEnumerable(rows, schema)), schema);
    }

    /// <summary>One value a row.</summary>
    public float[] Predict(IEnumerable<float[]> features)
    {
        var rows = _context.Data.LoadFromEnumerable(features.Select(one => new TreeRow { Features = one }), _schema);
        return [.. _model.Transform(rows).GetColumn<float>("Score")];
    }

    /// <summary>Writes the trees as ML.NET keeps them.</summary>
    public void Save(Stream stream) => _context.Model.Save(_model, null, stream);

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="stream">Seekable.</param>
    /// <param name="features">Features of a row.</param>
    public static BoostedTrees Load(Stream stream, int features)
    {
        var context = new MLContext();
        return new BoostedTrees(context, context.Model.Load(stream, out _), SchemaOf(features));
    }

    private static SchemaDefinition SchemaOf(int features)
    {
        var schema = SchemaDefinition.Create(typeof(TreeRow));
        schema[nameof(TreeRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features);
        return schema;
    }
}
