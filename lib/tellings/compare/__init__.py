"""From rows to tables across tellings: DataFrame in, DataFrame out."""
