"""The pipeline: articles in, files and a manifest out. It begins in `pipeline`, with an `Order`."""
